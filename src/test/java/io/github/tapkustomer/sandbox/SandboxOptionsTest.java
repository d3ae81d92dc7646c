package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxOptionsTest {
  private static final SandboxOptions DEFAULTS = SandboxOptions.defaults();

  @Test
  void changesOneValueAndKeepsTheOthers() {
    Duration second = Duration.ofSeconds(1);
    SandboxOptions changed =
        DEFAULTS
            .withPort(1)
            .withLatency(second)
            .withSearchLimit(2)
            .withOrganizationLimit(3)
            .withLimitWindow(second)
            .withLimitHeaders(false)
            .withRetryAfter(true)
            .withFaultRate(0.5)
            .withSeed(4)
            .withIndexLag(second)
            .withChangesPerMinute(5)
            .withWithheldRoles(Set.of("role"))
            .withFurtherRoles(Set.of("legacy"))
            .withoutFeatures(Set.of(Feature.AI))
            .withMisbehaviors(Set.of(Misbehavior.NO_TOTAL));
    assertThat(changed)
        .isEqualTo(
            new SandboxOptions(
                1,
                second,
                2,
                3,
                second,
                false,
                true,
                0.5,
                4,
                second,
                5,
                Set.of("role"),
                Set.of("legacy"),
                Set.of(Feature.AI),
                Set.of(Misbehavior.NO_TOTAL)));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withPort(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withSearchLimit(0));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withFaultRate(1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withIndexLag(Duration.ofHours(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withLimitWindow(Duration.ZERO));
  }
}
