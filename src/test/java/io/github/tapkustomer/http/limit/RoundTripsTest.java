package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundTripsTest {
  private final RoundTrips roundTrips = new RoundTrips();

  @Test
  void differByAsMuchAsTheSlowestAndTheFastest() {
    roundTrips.took(400);
    roundTrips.took(900);

    assertThat(roundTrips.slowest()).isEqualTo(900);
    assertThat(roundTrips.spread()).isEqualTo(500);
  }

  @Test
  void differALittleEvenIfNoneWasSeenToDiffer() {
    roundTrips.took(400);
    roundTrips.took(400);

    assertThat(roundTrips.spread()).isEqualTo(100);
  }

  @Test
  void forgetASlowOneByAndBy() {
    roundTrips.took(5_000);
    for (int i = 0; i < 50; i++) {
      roundTrips.took(400);
    }

    assertThat(roundTrips.slowest()).isEqualTo(400);
  }
}
