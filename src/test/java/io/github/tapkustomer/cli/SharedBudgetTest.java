package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.Organisation;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.Traffic.Asked;
import io.github.tapkustomer.sandbox.Traffic.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of one key, each with streams of its own. */
@Timeout(120)
class SharedBudgetTest {
  private static final int RECORDS = 8_000;
  private static final int SEARCHES_PER_WINDOW = 80;

  @TempDir Path folder;

  @Test
  void isSharedBetweenProcessesWithoutStarvingOne() throws Exception {
    Organisation organisation = Organisation.empty(Clock.systemUTC());
    Instant from = Instant.now().minus(Duration.ofDays(30));
    organisation.addGenerated("conversation", RECORDS, from, from.plus(Duration.ofDays(29)));
    organisation.addGenerated("customer", RECORDS, from, from.plus(Duration.ofDays(29)));
    SandboxOptions options =
        SandboxOptions.defaults()
            .withSearchLimit(SEARCHES_PER_WINDOW)
            .withLimitWindow(Duration.ofSeconds(5))
            .withOrganisationLimit(100_000)
            .withLatency(Duration.ofMillis(50));
    try (Sandbox sandbox = Sandbox.start(options, organisation)) {
      CompletableFuture<SingerOutput> conversations = start(sandbox, "conversations");
      CompletableFuture<SingerOutput> customers = start(sandbox, "customers");

      assertThat(conversations.get().newest("conversations"))
          .isEqualTo(organisation.updatedAtById("conversation"));
      assertThat(customers.get().newest("customers"))
          .isEqualTo(organisation.updatedAtById("customer"));
      assertSharing(sandbox.traffic().recent());
    }
  }

  private static void assertSharing(List<Seen> seen) {
    List<Seen> searches = seen.stream().filter(one -> one.asked() == Asked.SEARCH).toList();
    long refused = searches.stream().filter(one -> one.status() == 429).count();
    assertThat(refused).as("429 of %d", searches.size()).isLessThanOrEqualTo(searches.size() / 10);

    List<Boolean> answered =
        searches.stream()
            .filter(one -> one.status() == 200)
            .map(one -> one.body().contains("\"conversation\""))
            .toList();
    int bothFrom = Math.max(answered.indexOf(true), answered.indexOf(false));
    int bothUntil = Math.min(answered.lastIndexOf(true), answered.lastIndexOf(false));
    List<Boolean> both = answered.subList(bothFrom, bothUntil);
    assertThat(both).hasSizeGreaterThan(SEARCHES_PER_WINDOW / 3);
    long ofConversations = both.stream().filter(Boolean::booleanValue).count();
    assertThat(ofConversations)
        .as("of %d", both.size())
        .isBetween(both.size() * 2L / 10, both.size() * 8L / 10);
  }

  private CompletableFuture<SingerOutput> start(Sandbox sandbox, String stream) throws IOException {
    Path own = Files.createDirectory(folder.resolve(stream));
    Tap tap = Tap.on(sandbox, own).select(stream).set("page_size_limit", 100);
    Process process = TapProcess.start(tap);
    return CompletableFuture.supplyAsync(
        () -> {
          try (var stdout = process.getInputStream()) {
            return SingerOutput.of(new String(stdout.readAllBytes(), UTF_8)).checkProtocol();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
