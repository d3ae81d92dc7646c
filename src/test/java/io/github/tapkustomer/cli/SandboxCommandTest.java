package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox refuses to serve; what it does not refuse, it serves until it is stopped. */
@Timeout(60)
class SandboxCommandTest {
  @Test
  void saysThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertRefused(
          Tap.run("sandbox", "--records", "1", "--port", String.valueOf(port)),
          "cannot listen on port " + port + ": Address already in use",
          "name a free port with --port, or 0 for any");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--records, -1, records must be 0 to 100000000",
    "--records, 100000001, records must be 0 to 100000000",
    "--port, 65536, port must be 0 to 65535",
    "--latency, -1, latency must not be negative",
    "--search-rpm, 0, limits must be at least 1",
    "--fault-rate, 1.5, the fault rate must be 0 to 1",
    "--fault-rate, NaN, the fault rate must be 0 to 1",
    "--misbehave, 'no-total,late', unknown misbehavior \"late\"; choose from: late-lists",
    "--without, telephony, unknown feature \"telephony\"; choose from: ai",
    "--changes-per-minute, -1, changes per minute must not be negative",
    "--records, many, is not a whole number up to 2147483647",
    "--records, 5000000000, is not a whole number up to 2147483647"
  })
  void refusesWhatMakesNoSense(String option, String value, String words) {
    assertRefused(Tap.run("sandbox", option, value), words);
  }

  @Test
  void listsEachWayToMisbehaveInOneLine() {
    List<String> lines = Tap.run("sandbox", "--help").stdout().lines().toList();
    for (Misbehavior each : Misbehavior.values()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("  " + each.optionName() + " "))
          .singleElement()
          .satisfies(line -> assertThat(line).endsWith(each.description()));
    }
  }

  @Test
  void refusesToMisbehaveWithoutTheSandbox() {
    assertRefused(Tap.run("--config", "none.json", "--misbehave", "no-total"), "add --sandbox");
  }

  private static void assertRefused(Tap.Run run, String... words) {
    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stderr().lines()).hasSize(1);
    assertThat(run.stderr()).startsWith("CRITICAL ").contains(words);
  }
}
