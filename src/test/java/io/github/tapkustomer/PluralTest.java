package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {
  @Test
  void addsAnSUnlessThereIsOne() {
    assertThat(Plural.of(0, "record")).isEqualTo("0 records");
    assertThat(Plural.of(1, "record")).isEqualTo("1 record");
    assertThat(Plural.of(2, "record")).isEqualTo("2 records");
  }

  @Test
  void takesThePluralOfOtherNouns() {
    assertThat(Plural.noun(1, "retry", "retries")).isEqualTo("retry");
    assertThat(Plural.noun(2, "retry", "retries")).isEqualTo("retries");
  }
}
