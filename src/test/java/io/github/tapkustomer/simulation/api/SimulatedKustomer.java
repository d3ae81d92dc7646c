package io.github.tapkustomer.simulation.api;

import io.github.tapkustomer.simulation.world.Feature;
import io.github.tapkustomer.simulation.world.Occurrence;
import io.github.tapkustomer.simulation.world.Organization;
import io.github.tapkustomer.simulation.world.Scenario;
import io.github.tapkustomer.simulation.world.Streams;
import io.github.tapkustomer.simulation.world.Tally;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Answers as the Kustomer API does, by what its documentation says; knows nothing of the tap. */
public final class SimulatedKustomer {
  private final Scenario scenario;
  private final Organization organization;
  private final Tally tally;
  private final Searches searches;
  private final Lists lists;
  private final Objects objects;
  private final AuditLog auditLog;

  public SimulatedKustomer(
      Scenario scenario, Organization organization, Random random, Tally tally) {
    this.scenario = scenario;
    this.organization = organization;
    this.tally = tally;
    this.searches = new Searches(scenario, organization, random, tally);
    this.lists = new Lists(scenario, organization, random, tally);
    this.objects = new Objects(scenario, organization, tally);
    this.auditLog = new AuditLog(scenario, organization, tally);
  }

  public Answer answer(Request request, Instant now) throws IOException {
    organization.passUntil(now);
    HttpUrl url = request.url();
    String path = String.join("/", url.pathSegments()).substring("v1/".length());
    String[] parts = path.split("/");
    if (isRefused(path)) {
      tally.count(Occurrence.STREAM_REFUSED);
      return Answer.refused(403, "the key lacks a role");
    }
    return switch (path) {
      case "users/current" -> Answer.of("{\"data\":{\"type\":\"user\",\"id\":\"me\"}}");
      case "auth/tokens/current" -> roles();
      case "customers/search" -> searches.answer(request, now, false);
      case "customers/archive/search" -> searches.answer(request, now, true);
      case "audit-logs" -> auditLog.answer(url, now);
      case "klasses" -> klasses(url);
      default ->
          switch (parts[0]) {
            case "metadata" -> objects.single("custom_attributes", parts[1], now);
            case "satisfaction-responses" ->
                objects.single("satisfaction_responses", parts[1], now);
            case "schedules" ->
                parts.length == 1
                    ? lists.answer(url, path, now)
                    : objects.children(url, "schedule_holidays", parts[1], now);
            case "conversations" -> objects.children(url, childrenOf(url, parts[2]), parts[1], now);
            case "ai" ->
                parts[1].equals("summaries")
                    ? objects.only("ai_summaries", parts[2], now)
                    : lists.answer(url, path, now);
            case "routing" ->
                parts[1].equals("conversations")
                    ? objects.children(url, "work_items", parts[2], now)
                    : lists.answer(url, path, now);
            case "customers" -> ofCustomer(url, parts, now);
            default -> lists.answer(url, path, now);
          };
    };
  }

  private static String childrenOf(HttpUrl url, String path) {
    return switch (path) {
      case "events" -> "conversation_events";
      case "times" ->
          url.pathSegments().get(0).equals("v2")
              ? "conversation_handle_times"
              : "conversation_times";
      default -> path;
    };
  }

  private Answer ofCustomer(HttpUrl url, String[] parts, Instant now) {
    if (parts[2].equals("merges")) {
      return objects.children(url, "customer_merges", parts[1], now);
    }
    return parts.length == 3
        ? objects.sessions(url, parts[1], now)
        : objects.sessionEvents(url, parts[1], parts[3], now);
  }

  private boolean isRefused(String path) {
    return scenario.has(Feature.REFUSED_STREAM)
        && Streams.ofPath(path).equals(scenario.streams().get(0));
  }

  private Answer klasses(HttpUrl url) {
    List<String> names =
        switch (Optional.ofNullable(url.queryParameter("status")).orElse("enabled")) {
          case "enabled" -> organization.enabledKlasses();
          case "disabled" -> organization.disabledKlasses();
          default -> List.of();
        };
    int size = Math.min(Page.number(url, "pageSize", 100), scenario.listPageSize());
    int from = (Page.number(url, "page", 1) - 1) * size;
    boolean next = from + size < names.size();
    tally.count(Occurrence.KLASS_PAGES, next);
    String data =
        names.stream()
            .skip(from)
            .limit(size)
            .map(
                "{\"type\":\"klass\",\"id\":\"%1$s\",\"attributes\":{\"name\":\"%1$s\"}}"
                    ::formatted)
            .collect(Collectors.joining(","));
    return Answer.of(
        "{\"meta\":{},\"links\":{\"next\":%s},\"data\":[%s]}"
            .formatted(next ? "\"/next\"" : "null", data));
  }

  /** The tap needs none of these roles, but the key may read everything. */
  private Answer roles() {
    if (!scenario.has(Feature.MISLEADING_ROLES)) {
      return Answer.refused(404, "not known here");
    }
    tally.count(Occurrence.ROLES_MISLEAD);
    return Answer.of("{\"data\":{\"attributes\":{\"roles\":[\"org.permission.widget.read\"]}}}");
  }
}
