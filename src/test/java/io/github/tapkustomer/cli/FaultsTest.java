package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.Fault;
import io.github.tapkustomer.sandbox.Organisation;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final Instant MONTH_AGO = Instant.now().minus(Duration.ofDays(30));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Fault.class)
  void comesThroughEachKindOfFaultTwiceInARow(Fault fault) {
    Organisation organisation = Organisation.empty(Clock.systemUTC());
    organisation.addGenerated("conversation", 330, MONTH_AGO, MONTH_AGO.plusSeconds(90_000));
    SandboxOptions options = SandboxOptions.defaults().withSearchLimit(1000);
    try (Sandbox sandbox = Sandbox.start(options, organisation)) {
      sandbox.faults().hangFor(Duration.ofSeconds(2));
      sandbox.faults().nextFor(target -> target.contains("/search"), fault, fault);
      Tap.Run run =
          Tap.on(sandbox, folder)
              .select("conversations")
              .set("page_size_limit", 100)
              .set("request_timeout_seconds", 0.5)
              .sync();

      assertThat(run.exitCode()).as(run.stderr()).isZero();
      assertThat(sandbox.faults().pending()).isZero();
      SingerOutput output = run.output().checkProtocol();
      assertThat(output.newest("conversations"))
          .isEqualTo(organisation.updatedAtById("conversation"));
      assertThat(output.ids("conversations")).doesNotHaveDuplicates();
    }
  }

  @Test
  void givesUpWithAnHonestStateWhereFaultsLast() {
    Organisation organisation = Organisation.empty(Clock.systemUTC());
    organisation.addGenerated("conversation", 330, MONTH_AGO, MONTH_AGO.plusSeconds(90_000));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organisation)) {
      Tap tap =
          Tap.on(sandbox, folder)
              .select("conversations")
              .set("page_size_limit", 100)
              .set("max_retries", 1);
      sandbox
          .faults()
          .nextFor(new AfterSome(2), Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
      Tap.Run run = tap.sync();

      assertThat(run.exitCode()).isEqualTo(ExitCode.API_GAVE_UP);
      assertThat(run.stderr())
          .contains("CRITICAL POST /v1/customers/search?page=1&pageSize=100 failed 2 times")
          .doesNotContain("\tat ");
      assertThat(run.output().states()).isNotEmpty();

      var union = run.output().newest("conversations");
      SingerOutput rest =
          tap.set("max_retries", 7).state(run.output().lastState().orElseThrow()).sync().output();
      union.putAll(rest.newest("conversations"));
      assertThat(union).isEqualTo(organisation.updatedAtById("conversation"));
      assertThat(rest.records("conversations")).hasSizeLessThan(330);
    }
  }

  /** Matches searches once some have passed. */
  private static final class AfterSome implements java.util.function.Predicate<String> {
    private int passed;

    AfterSome(int passed) {
      this.passed = passed;
    }

    @Override
    public boolean test(String target) {
      return target.contains("/search") && --passed < 0;
    }
  }
}
