package io.github.tapkustomer.sandbox;

import io.github.tapkustomer.sandbox.limits.Feature;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.store.Table;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a sandbox behaves.
 *
 * @param port 0 takes any free one
 * @param latency from the arrival of a request to its answer
 * @param searchLimit searches per window
 * @param organizationLimit requests of all kinds per window
 * @param limitWindow length of the windows, which are aligned to the epoch
 * @param limitHeaders whether answers have the {@code x-ratelimit-*} headers
 * @param retryAfter whether a 429 has {@code Retry-After}
 * @param faultRate share of the requests that fail at random, 0 to 1
 * @param seed of these faults
 * @param indexLag how far search is behind the data, one hour at most
 * @param changesPerMinute how many objects change by themselves
 * @param withheldRoles roles that the API key lacks
 * @param furtherRoles legacy or broader roles that it has in addition
 * @param absentFeatures what the organization's plan does not include
 * @param misbehaviors how the API differs from its documentation
 */
public record SandboxOptions(
    int port,
    Duration latency,
    int searchLimit,
    int organizationLimit,
    Duration limitWindow,
    boolean limitHeaders,
    boolean retryAfter,
    double faultRate,
    long seed,
    Duration indexLag,
    int changesPerMinute,
    Set<String> withheldRoles,
    Set<String> furtherRoles,
    Set<Feature> absentFeatures,
    Set<Misbehavior> misbehaviors) {

  public SandboxOptions {
    require(port >= 0 && port <= 65_535, "port must be 0 to 65535");
    require(!latency.isNegative(), "latency must not be negative");
    require(searchLimit > 0 && organizationLimit > 0, "limits must be at least 1");
    require(limitWindow.toMillis() > 0, "the limit window must not be empty");
    require(faultRate >= 0 && faultRate <= 1, "the fault rate must be 0 to 1");
    require(!indexLag.isNegative(), "the index lag must not be negative");
    require(
        indexLag.toMillis() <= Table.LONGEST_LAG_MILLIS, "the index lag may be an hour at most");
    require(changesPerMinute >= 0, "changes per minute must not be negative");
    withheldRoles = Set.copyOf(withheldRoles);
    furtherRoles = Set.copyOf(furtherRoles);
    absentFeatures = Set.copyOf(absentFeatures);
    misbehaviors = Set.copyOf(misbehaviors);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Kustomer's limits for an Enterprise organization, no latency, no faults, no changes. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0,
        Duration.ZERO,
        100,
        1000,
        Duration.ofSeconds(60),
        true,
        false,
        0,
        1,
        Duration.ZERO,
        0,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  public SandboxOptions withPort(int port) {
    return with(draft -> draft.port = port);
  }

  public SandboxOptions withLatency(Duration latency) {
    return with(draft -> draft.latency = latency);
  }

  public SandboxOptions withSearchLimit(int searchLimit) {
    return with(draft -> draft.searchLimit = searchLimit);
  }

  public SandboxOptions withOrganizationLimit(int organizationLimit) {
    return with(draft -> draft.organizationLimit = organizationLimit);
  }

  public SandboxOptions withLimitWindow(Duration limitWindow) {
    return with(draft -> draft.limitWindow = limitWindow);
  }

  public SandboxOptions withLimitHeaders(boolean limitHeaders) {
    return with(draft -> draft.limitHeaders = limitHeaders);
  }

  public SandboxOptions withRetryAfter(boolean retryAfter) {
    return with(draft -> draft.retryAfter = retryAfter);
  }

  public SandboxOptions withFaultRate(double faultRate) {
    return with(draft -> draft.faultRate = faultRate);
  }

  public SandboxOptions withSeed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  public SandboxOptions withIndexLag(Duration indexLag) {
    return with(draft -> draft.indexLag = indexLag);
  }

  public SandboxOptions withChangesPerMinute(int changesPerMinute) {
    return with(draft -> draft.changesPerMinute = changesPerMinute);
  }

  public SandboxOptions withWithheldRoles(Set<String> withheldRoles) {
    return with(draft -> draft.withheldRoles = withheldRoles);
  }

  public SandboxOptions withFurtherRoles(Set<String> furtherRoles) {
    return with(draft -> draft.furtherRoles = furtherRoles);
  }

  public SandboxOptions withoutFeatures(Set<Feature> absentFeatures) {
    return with(draft -> draft.absentFeatures = absentFeatures);
  }

  public SandboxOptions withMisbehaviors(Set<Misbehavior> misbehaviors) {
    return with(draft -> draft.misbehaviors = misbehaviors);
  }

  private SandboxOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The same values, while one of them changes. */
  private static final class Draft {
    private int port;
    private Duration latency;
    private int searchLimit;
    private int organizationLimit;
    private Duration limitWindow;
    private boolean limitHeaders;
    private boolean retryAfter;
    private double faultRate;
    private long seed;
    private Duration indexLag;
    private int changesPerMinute;
    private Set<String> withheldRoles;
    private Set<String> furtherRoles;
    private Set<Feature> absentFeatures;
    private Set<Misbehavior> misbehaviors;

    Draft(SandboxOptions from) {
      port = from.port;
      latency = from.latency;
      searchLimit = from.searchLimit;
      organizationLimit = from.organizationLimit;
      limitWindow = from.limitWindow;
      limitHeaders = from.limitHeaders;
      retryAfter = from.retryAfter;
      faultRate = from.faultRate;
      seed = from.seed;
      indexLag = from.indexLag;
      changesPerMinute = from.changesPerMinute;
      withheldRoles = from.withheldRoles;
      furtherRoles = from.furtherRoles;
      absentFeatures = from.absentFeatures;
      misbehaviors = from.misbehaviors;
    }

    SandboxOptions finished() {
      return new SandboxOptions(
          port,
          latency,
          searchLimit,
          organizationLimit,
          limitWindow,
          limitHeaders,
          retryAfter,
          faultRate,
          seed,
          indexLag,
          changesPerMinute,
          withheldRoles,
          furtherRoles,
          absentFeatures,
          misbehaviors);
    }
  }
}
