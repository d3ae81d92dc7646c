package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The facts of a run for programs: one JSON object. Durations are in seconds. */
public final class JsonSummary {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunFacts run;

  public JsonSummary(RunFacts run) {
    this.run = requireNonNull(run, "run");
  }

  /** The object, indented for people. */
  public String text() {
    return json().toPrettyString() + "\n";
  }

  private JsonNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", run.version());
    json.put("api_url", run.host().orElse(null));
    json.put("began", millis(run.began()));
    json.put("ended", millis(run.ended()));
    boolean complete = run.streams().stream().allMatch(StreamReport::complete);
    json.put("whole", run.failure().isEmpty() && run.failed().isEmpty() && complete);
    json.put("failure", run.failure().orElse(null));
    json.put("records", run.records());
    json.put("requests", run.requests());
    ObjectNode budgets = json.putObject("budgets");
    run.budgets()
        .forEach(
            (quota, state) ->
                budgets
                    .putObject(quota.name().toLowerCase(Locale.ROOT))
                    .put("limit", state.limit())
                    .put("remaining", state.remaining()));
    var streams = json.putArray("streams");
    run.streams().forEach(stream -> streams.add(stream(stream)));
    return json;
  }

  private static JsonNode stream(StreamReport stream) {
    ObjectNode json = JSON.createObjectNode();
    json.put("stream", stream.stream());
    json.put("complete", stream.complete());
    json.put("records", stream.counts().records());
    json.put("distinct_ids", stream.apiCount().map(count -> count.given()).orElse(null));
    json.put("api_count", stream.apiCount().map(count -> count.counted()).orElse(null));
    json.put("bytes", stream.counts().bytes());
    json.put("requests", stream.counts().requests());
    json.put("retries", stream.counts().retries());
    json.put("refusals", stream.counts().refusals());
    json.put("took", seconds(stream.took()));
    json.putObject("waited")
        .put("budget", stream.waited().budgetSeconds())
        .put("retries", stream.waited().retrySeconds())
        .put("target", stream.waited().targetSeconds());
    json.set("bookmark_from", bookmark(stream.from()));
    json.set("bookmark_to", bookmark(stream.to()));
    json.set("added_columns", JSON.valueToTree(stream.fields().added()));
    json.set("variants", JSON.valueToTree(stream.fields().variants()));
    json.set("left_out", JSON.valueToTree(stream.fields().leftOut()));
    json.putObject("warnings")
        .put("without_id", stream.warnings().withoutId())
        .put("without_updated_at", stream.warnings().withoutTime())
        .put("replaced_characters", stream.warnings().replacedCharacters())
        .put("gone", stream.warnings().gone())
        .put("forbidden", stream.warnings().forbidden())
        .put("before_start_date", stream.warnings().beforeStart());
    json.set("failures", JSON.valueToTree(stream.failures()));
    return json;
  }

  private static JsonNode bookmark(Bookmark bookmark) {
    Optional<String> at = bookmark.updatedAt().map(Timestamps::format);
    return JSON.createObjectNode()
        .put("updated_at", at.orElse(null))
        .put("unfinished", bookmark.unfinished().map(rest -> rest.remaining().size()).orElse(0));
  }

  private static String millis(Instant instant) {
    return Timestamps.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
