package io.github.tapkustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class SecretTest {
  private final Secret secret = new Secret("hunter2");

  @Test
  void printsAsStars() {
    assertThat(secret).hasToString("****");
    assertThat("%s".formatted(secret)).isEqualTo("****");
  }

  @Test
  void givesItselfAwayOnDemandOnly() {
    assertThat(secret.reveal()).isEqualTo("hunter2");
  }

  @Test
  void equalsAnotherOfTheSameValue() {
    assertThat(secret).isEqualTo(new Secret("hunter2")).hasSameHashCodeAs(new Secret("hunter2"));
    assertThat(secret).isNotEqualTo(new Secret("hunter3")).isNotEqualTo("hunter2");
  }

  @Test
  void needsAValue() {
    assertThatNullPointerException().isThrownBy(() -> new Secret(null)).withMessage("value");
  }
}
