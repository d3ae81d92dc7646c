package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.database.Loader;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.Truth;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real database holds after two syncs of the packaged program is what the API holds. */
class DatabaseIT {
  private static final Map<String, String> CONTEXTS =
      Map.ofEntries(
          Map.entry("customers", "customer"),
          Map.entry("conversations", "conversation"),
          Map.entry("messages", "message"),
          Map.entry("notes", "note"),
          Map.entry("kobjects", "kobject"),
          Map.entry("companies", "company"),
          Map.entry("users", "user"),
          Map.entry("teams", "team"),
          Map.entry("tags", "tag"),
          Map.entry("shortcuts", "shortcut"),
          Map.entry("brands", "brand"),
          Map.entry("klasses", "klass"),
          Map.entry("schedules", "schedule"),
          Map.entry("queues", "queue"),
          Map.entry("work_sessions", "work_session"),
          Map.entry("kb_articles", "kb_article"),
          Map.entry("kb_categories", "kb_category"));

  @TempDir private Path folder;

  /** DuckDB, and where {@code -Dpostgres.url=jdbc:postgresql:...} names one, PostgreSQL. */
  static Stream<String> databases() {
    return Stream.of("jdbc:duckdb:", System.getProperty("postgres.url", ""))
        .filter(url -> !url.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void holdsWhatTheOrganizationHolds(String url) throws Exception {
    Organization organization = Organization.generate(7, 150, Clock.systemUTC());
    Truth truth = new Truth(organization);
    try (Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withSearchLimit(100_000), organization);
        Connection connection = DriverManager.getConnection(url)) {
      Loader loader = new Loader(connection);
      Tap tap =
          Tap.on(sandbox, folder)
              .set("start_date", Instant.now().minusSeconds(1100 * 86_400L).toString());

      loader.load(sync(tap));
      isTrue(connection, truth);

      change(organization, truth);
      loader.load(sync(tap.state(loader.state())));
      isTrue(connection, truth);
      assertThat(count(connection, "customers")).isGreaterThan(60);
      assertThat(count(connection, "messages")).isGreaterThan(400);
      hasDeclaredTypes(connection);
    }
  }

  private static String sync(Tap tap) throws Exception {
    Tap.Run run = Program.launcher(tap.arguments().toArray(String[]::new)).run();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    return run.stdout();
  }

  private static void change(Organization organization, Truth truth) {
    organization.touchRandom("customer", 30);
    organization.addGenerated("customer", 20, Instant.now().minusSeconds(5), Instant.now());
    for (String context : List.of("conversation", "message", "note", "company", "tag")) {
      List<String> gone = truth.live(context).keySet().stream().limit(6).toList();
      gone.forEach(id -> organization.delete(context, id));
      organization.restore(context, gone.get(0));
    }
  }

  private static void isTrue(Connection connection, Truth truth) throws Exception {
    for (Map.Entry<String, String> stream : CONTEXTS.entrySet()) {
      assertThat(updatedAtById(connection, stream.getKey()))
          .as(stream.getKey())
          .isEqualTo(truth.live(stream.getValue()));
    }
    assertThat(messagesPerConversationPerCustomer(connection))
        .isEqualTo(messagesPerConversationPerCustomer(truth));
  }

  private static Map<String, Instant> updatedAtById(Connection connection, String table)
      throws SQLException {
    Map<String, Instant> rows = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT id, updated_at FROM " + table)) {
      while (found.next()) {
        rows.put(found.getString(1), found.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return rows;
  }

  private static Map<String, Long> messagesPerConversationPerCustomer(Connection connection)
      throws SQLException {
    String sql =
        """
        SELECT p.id, c.id, count(*)
        FROM messages m
        JOIN conversations c ON c.id = m.conversation ->> 'id'
        JOIN customers p ON p.id = c.customer ->> 'id'
        GROUP BY p.id, c.id
        """;
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        counts.put(found.getString(1) + " " + found.getString(2), found.getLong(3));
      }
    }
    return counts;
  }

  private static Map<String, Long> messagesPerConversationPerCustomer(Truth truth)
      throws Exception {
    Map<String, String> customers = truth.parents("conversation", "customer");
    customers.values().retainAll(truth.live("customer").keySet());
    Map<String, Long> counts = new TreeMap<>();
    truth
        .parents("message", "conversation")
        .forEach(
            (message, conversation) -> {
              String customer = customers.get(conversation);
              if (customer != null) {
                counts.merge(customer + " " + conversation, 1L, Long::sum);
              }
            });
    assertThat(counts).hasSizeGreaterThan(100);
    return counts;
  }

  private static long count(Connection connection, String table) throws SQLException {
    return updatedAtById(connection, table).size();
  }

  private static void hasDeclaredTypes(Connection connection) throws SQLException {
    Map<String, String> types = new HashMap<>();
    String sql =
        "SELECT column_name, data_type FROM information_schema.columns"
            + " WHERE table_name = 'conversations'";
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        types.put(found.getString(1), found.getString(2).toLowerCase(java.util.Locale.ROOT));
      }
    }
    assertThat(types)
        .containsEntry("message_count", "bigint")
        .containsEntry("created_at", "timestamp with time zone")
        .containsEntry("customer", "json")
        .containsEntry("tags", "json")
        .containsEntry("deleted", "boolean")
        .containsKey("_sdc_deleted_at");
  }
}
