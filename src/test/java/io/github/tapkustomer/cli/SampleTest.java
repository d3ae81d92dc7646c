package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stream.Endpoint.Children;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --test} asks for a look at a stream, be it of ten years. */
class SampleTest {
  /** The customer, a session, and its events: there is no shorter way to them. */
  private static final String THREE_DEEP = "session_events";

  private static Sandbox sandbox;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Organization organization = Organization.generate(1, 300, Clock.systemUTC());
    sandbox = Sandbox.start(SandboxOptions.defaults().withSearchLimit(100_000), organization);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void forget() {
    sandbox.traffic().clear();
  }

  static Stream<String> streams() {
    return Streams.ALL.stream().map(StreamDefinition::name);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void takesTwoRequestsForAStream(String stream) {
    Tap.Run run = sample(stream);

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().records(stream)).hasSizeLessThanOrEqualTo(1);
    assertThat(asked()).hasSizeLessThanOrEqualTo(stream.equals(THREE_DEEP) ? 3 : 2);
  }

  @Test
  void asksForParentsOnceForAllOfTheirChildren() {
    List<String> children =
        Streams.ALL.stream()
            .filter(stream -> stream.endpoint() instanceof Children)
            .map(StreamDefinition::name)
            .toList();

    Tap.Run run = sample(children.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(asked().stream().filter(target -> target.contains("/search")))
        .as("conversations and customers")
        .hasSize(2);
    assertThat(asked()).hasSizeLessThanOrEqualTo(children.size() + 2);
  }

  private Tap.Run sample(String... streams) {
    return Tap.on(sandbox, folder)
        .set("start_date", Instant.parse("2016-01-01T00:00:00Z").toString())
        .select(streams)
        .sync("--test");
  }

  /** All but the greeting. */
  private static List<String> asked() {
    return sandbox.traffic().recent().stream()
        .map(seen -> seen.target())
        .filter(target -> !target.equals("/v1/users/current"))
        .toList();
  }
}
