package io.github.tapkustomer.simulation;

import static io.github.tapkustomer.simulation.law.Ledger.require;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Streams.Kind;
import io.github.tapkustomer.stats.StreamReport;
import io.github.tapkustomer.stats.SyncResult;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a run may end as it did. */
final class Verdict {
  private static final Set<Kind> LISTED = Set.of(Kind.LIST, Kind.FULL_LIST, Kind.INCLUDED);

  private final Scenario scenario;
  private final Ending ending;
  private final boolean requestGivenUp;
  private final Predicate<String> answered;
  private final Set<String> denied = new HashSet<>();

  /**
   * What is known of a run beside its outcome.
   *
   * @param requestGivenUp whether a request failed as often as it is tried
   * @param answered whether a request for any one object of a stream was answered
   */
  Verdict(Scenario scenario, Ending ending, boolean requestGivenUp, Predicate<String> answered) {
    this.scenario = scenario;
    this.ending = ending;
    this.requestGivenUp = requestGivenUp;
    this.answered = answered;
  }

  /** Whether the run came to its end; fails where it ended as it must not. */
  boolean isWhole(Object outcome) {
    if (outcome instanceof SyncResult result) {
      if (result.failure().isPresent()) {
        return isWhole(result.failure().get());
      }
      result.failedStreams().forEach(this::checkFailed);
      boolean refused = scenario.has(Feature.REFUSED_STREAM) && ending == Ending.NONE;
      require(!refused || !result.failedStreams().isEmpty(), "the refused stream is not reported");
      boolean whole =
          result.failedStreams().stream().allMatch(report -> isRefused(report.stream()));
      return whole && ending != Ending.SIGNAL;
    }
    if (outcome instanceof TapException failure
        && (failure.kind() == TapException.Kind.API_GAVE_UP
            || failure.kind() == TapException.Kind.OUTPUT_CLOSED && ending == Ending.PIPE)) {
      return false;
    }
    if (outcome instanceof CancellationException && ending == Ending.SIGNAL) {
      return false;
    }
    throw new AssertionError("the run ended with " + outcome, (Throwable) outcome);
  }

  /** The lists of which the tap says itself that nothing shows that all of them came. */
  static Set<String> uncertain(Object outcome) {
    return outcome instanceof SyncResult result
        ? result.streams().stream()
            .filter(report -> !report.complete() && report.failures().isEmpty())
            .map(StreamReport::stream)
            .filter(stream -> LISTED.contains(Streams.kind(stream)))
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** Whether the API refused the stream, or all of its objects that the run asked for. */
  boolean isRefused(String stream) {
    return denied.contains(stream) || isRefusedStream(stream);
  }

  private boolean isRefusedStream(String stream) {
    return scenario.has(Feature.REFUSED_STREAM) && scenario.streams().get(0).equals(stream);
  }

  private void checkFailed(StreamReport report) {
    String stream = report.stream();
    String failures = report.failures().toString();
    if (isRefusedStream(stream)) {
      require(!report.complete(), "%s is refused, and the summary calls it complete", stream);
      return;
    }
    Kind kind = Streams.kind(stream);
    boolean searched = kind == Kind.SEARCH || kind == Kind.CHILDREN;
    boolean byTies = searched && failures.matches(".*(kept changing|gives only).*");
    boolean byList = kind == Kind.LIST && scenario.lists().mayBeGivenUp();
    boolean byHistory = stream.equals("notes") && failures.contains("kept changing");
    boolean byObjects = kind == Kind.CHILDREN || kind == Kind.PER_OBJECT || kind == Kind.METADATA;
    if (byObjects && !answered.test(stream) && !requestGivenUp) {
      denied.add(stream);
    }
    boolean byBroken =
        byObjects
            && (scenario.has(Feature.BROKEN_CHILDREN)
                || failures.contains("other requests are answered"));
    require(
        byTies
            || byList
            || byHistory
            || byBroken
            || byObjects && !answered.test(stream)
            || requestGivenUp,
        "failed: %s",
        report);
  }
}
