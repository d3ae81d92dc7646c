package io.github.tapkustomer.simulation.world;

import java.util.List;
import java.util.Map;

/** What each stream is read from, by the documentation of the API. */
public final class Streams {
  static final List<String> SEARCHED = List.of("companies", "kobjects", "notes");
  static final List<String> LISTED = List.of("tags", "teams", "shortcuts", "queues");
  static final List<String> KLASSES = List.of("order", "order1", "order2", "注文", "заказ");
  static final List<String> RESOURCES =
      List.of("customer", "conversation", "message", "company", "note", "user");

  /** Before the names of klasses, where these stand for the streams of their objects. */
  public static final String KLASS = "klass ";

  /** What belongs to conversations and customers. */
  static final List<String> CHILDREN =
      List.of(
          "conversation_events",
          "conversation_times",
          "attachments",
          "satisfaction_responses",
          "work_items",
          "customer_merges",
          "session_events");

  private static final Map<String, String> PARENTS =
      Map.of(
          "conversation_events", "conversations",
          "conversation_times", "conversations",
          "attachments", "conversations",
          "satisfaction_responses", "conversations",
          "work_items", "conversations",
          "customer_merges", "customers",
          "session_events", "customers",
          "schedule_holidays", "schedules",
          "sla_versions", "slas");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "work_sessions", Kind.LIST,
          "users", Kind.LIST,
          "schedules", Kind.LIST,
          "slas", Kind.LIST,
          "sla_versions", Kind.INCLUDED,
          "audit_logs", Kind.AUDIT_LOG,
          "schedule_holidays", Kind.PER_OBJECT,
          "custom_attributes", Kind.METADATA);

  private Streams() {}

  /** How records are found. */
  public enum Kind {
    SEARCH,
    LIST,
    INCLUDED,
    PER_OBJECT,
    METADATA,
    AUDIT_LOG,
    CHILDREN
  }

  public static Kind kind(String stream) {
    if (LISTED.contains(stream)) {
      return Kind.LIST;
    }
    if (KINDS.containsKey(stream)) {
      return KINDS.get(stream);
    }
    return PARENTS.containsKey(stream) ? Kind.CHILDREN : Kind.SEARCH;
  }

  /** The stream of what its records belong to; empty where they stand alone. */
  public static String parent(String stream) {
    return PARENTS.getOrDefault(stream, "");
  }

  /** Whether each run gives all of it. */
  public static boolean isFullTable(String stream) {
    Kind kind = kind(stream);
    return kind == Kind.INCLUDED || kind == Kind.PER_OBJECT || kind == Kind.METADATA;
  }

  /** Whether the API shows it by lists, not by the search index. */
  public static boolean isListed(String stream) {
    Kind kind = kind(stream);
    return kind != Kind.SEARCH && kind != Kind.CHILDREN;
  }

  /** Whether what is missing from the list has been deleted, so that a target may be told. */
  public static boolean listsWhatExists(String stream) {
    return !stream.equals("users") && !stream.equals("work_sessions");
  }

  /** The column that tells the time by which a stream is replicated. */
  public static String timeColumn(String stream) {
    return switch (kind(stream)) {
      case AUDIT_LOG -> "created_at";
      case CHILDREN ->
          (parent(stream).equals("customers") ? "customer" : "conversation") + "_updated_at";
      default -> "updated_at";
    };
  }
}
