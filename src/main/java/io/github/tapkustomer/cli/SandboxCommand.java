package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the sandbox alone, so that any program that reads Kustomer can be tried on it. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Serves a made-up organization as the Kustomer API v1 does, on this machine alone, until"
            + " it is stopped.")
final class SandboxCommand implements Callable<Integer> {
  static final int RECORDS = 500;

  /** Far more than fit into memory, but few enough to count three messages of each. */
  private static final int MOST_RECORDS = 100_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(SandboxCommand.class);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where to listen, 0 for any free port (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--records",
      paramLabel = "COUNT",
      defaultValue = "" + RECORDS,
      description = "Conversations; the other objects in proportion (default ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      defaultValue = "0",
      description = "The minimum time that each answer takes (default ${DEFAULT-VALUE}).")
  private int latency;

  @Option(
      names = "--search-rpm",
      paramLabel = "COUNT",
      defaultValue = "100",
      description = "Searches allowed per minute (default ${DEFAULT-VALUE}).")
  private int searchesPerMinute;

  @Option(
      names = "--fault-rate",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of requests that fail, 0 to 1 (default ${DEFAULT-VALUE}).")
  private double faultRate;

  @Option(
      names = "--changes-per-minute",
      paramLabel = "COUNT",
      defaultValue = "0",
      description = "Records that change per minute (default ${DEFAULT-VALUE}).")
  private int changesPerMinute;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Chooses which organization is made up (default ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private SandboxBehavior behavior = new SandboxBehavior();

  @Override
  public Integer call() throws InterruptedException {
    SandboxOptions options = options();
    if (records < 0 || records > MOST_RECORDS) {
      throw TapException.badInput("records must be 0 to " + MOST_RECORDS);
    }
    Organization organization = organization();
    try (Sandbox sandbox = start(options, organization)) {
      LOG.info("api_url: {}", sandbox.uri());
      LOG.info("api_token: {}", sandbox.apiKey());
      LOG.info("serving; stop with Ctrl-C");
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  private Organization organization() {
    try {
      return Organization.generate(seed, records, Clock.systemUTC());
    } catch (OutOfMemoryError tooMany) {
      throw TapException.badInput(
          ("not enough memory for %d records: increase the heap, for example with"
                  + " JAVA_OPTS=-Xmx2g, or serve fewer")
              .formatted(records));
    }
  }

  private static Sandbox start(SandboxOptions options, Organization organization) {
    try {
      return Sandbox.start(options, organization);
    } catch (UncheckedIOException e) {
      throw TapException.badInput(
          "%s: %s; name a free port with --port, or 0 for any"
              .formatted(e.getMessage(), requireNonNull(e.getCause()).getMessage()));
    }
  }

  private SandboxOptions options() {
    try {
      return behavior
          .in(SandboxOptions.defaults())
          .withPort(port)
          .withLatency(Duration.ofMillis(latency))
          .withSearchLimit(searchesPerMinute)
          .withFaultRate(faultRate)
          .withChangesPerMinute(changesPerMinute)
          .withSeed(seed);
    } catch (IllegalArgumentException e) {
      throw TapException.badInput(requireNonNull(e.getMessage()));
    }
  }
}
