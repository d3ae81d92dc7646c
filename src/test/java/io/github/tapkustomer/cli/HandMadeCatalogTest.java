package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogs with less, or with more, than discovery writes. */
class HandMadeCatalogTest {
  private static final String FIELDS =
      "{'id':{'type':'string'},'name':{'type':['null','string']},'updated_at':{'type':'string'}}";

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  /**
   * Syncs customers.
   *
   * @param members of the catalog's entry
   * @param metadata of the stream itself
   * @param properties of its schema
   * @param further arguments
   */
  private Tap.Run sync(String members, String metadata, String properties, String... further) {
    answers.search(
        "customer", "{\"id\":\"c1\",\"attributes\":{\"name\":\"Ada\",\"updatedAt\":\"@5\"}}");
    String catalog =
        """
        {'streams': [{'stream': 'customers', %s 'schema': {'properties': %s},
          'metadata': [{'breadcrumb': [], 'metadata': {'selected': true %s}}]}]}
        """
            .formatted(members, properties, metadata);
    Tap.Run run = answers.tap(folder).catalog(Tap.json(catalog.replace('\'', '"'))).sync(further);
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    run.output().checkProtocol();
    return run;
  }

  private static JsonNode schemaMessage(Tap.Run run) {
    return run.output().messages().get(0);
  }

  private static List<String> warnings(Tap.Run run) {
    return run.stderr().lines().filter(line -> line.startsWith("WARN ")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | `` | [\"id\"]",
        "'key_properties': null, | `` | [\"id\"]",
        "`` | , 'table-key-properties': ['name'] | [\"name\"]",
        "'key_properties': ['id', 'name'], | `` | [\"id\",\"name\"]"
      })
  void hasItsKeyAlsoIfTheCatalogDoesNotNameIt(String members, String metadata, String keys) {
    Tap.Run run = sync(members, metadata, FIELDS);

    assertThat(schemaMessage(run).path("key_properties")).hasToString(keys);
    assertThat(warnings(run)).isEmpty();
  }

  @Test
  void hasNoKeyIfTheCatalogSaysSo() {
    Tap.Run run = sync("'key_properties': [],", "", FIELDS);

    assertThat(schemaMessage(run).path("key_properties")).isEmpty();
    assertThat(warnings(run))
        .containsExactly(
            "WARN customers: the catalog gives it no key, so a target cannot recognize records"
                + " that come again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':{'type':'string'}}",
        "{'id':{'type':['null','string'],'selected':false},'name':{'type':'string'}}"
      })
  void hasTheColumnOfItsKeyWhateverTheCatalogLeavesOut(String properties) {
    Tap.Run run = sync("", "", properties);

    assertThat(run.output().schema("customers").at("/properties/id"))
        .hasToString("{\"type\":\"string\"}");
    assertThat(run.output().ids("customers")).containsExactly("c1");
  }

  @Test
  void saysInOneLineWhichFieldsAreLeftOut() {
    Tap.Run run = sync("", "", "{'id':{'type':'string'}}");

    assertThat(warnings(run))
        .containsExactly("WARN customers: left out, not in the catalog: name, updated_at");
  }

  @Test
  void dropsLimitsThatTheDataMayNotMeet() {
    Tap.Run run =
        sync(
            "",
            "",
            """
            {'id': {'type': 'string', 'minLength': 24}, 'updated_at': {'$ref': '#/definitions/day'},
             'name': {'anyOf': [{'type': 'null'}, {'type': 'string', 'enum': ['Eve']}]}},
             'required': ['email'], 'definitions': {'day': {'type': 'string', 'format': 'date'}}
            """);

    assertThat(run.output().schema("customers").path("properties").toString())
        .startsWith(
            """
            {'id':{'type':'string'},'updated_at':{'type':['null','string']},\
            'name':{'type':['null','string']}\
            """
                .replace('\'', '"'));
    assertThat(warnings(run))
        .containsExactly(
            "WARN customers: the catalog's schema limits values by enum, format, minLength,"
                + " required; these limits are dropped, since the data may not meet them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | , 'replication-method': 'FULL_TABLE'",
        "'replication_method': 'FULL_TABLE', | ``",
        "'replication_method': 'INCREMENTAL', | , 'replication-method': 'FULL_TABLE'"
      })
  void isReadFromTheBeginningEachTimeIfTheCatalogWantsIt(String members, String metadata)
      throws IOException {
    Tap.Run first = sync(members, metadata, FIELDS);
    JsonNode state = first.output().lastState().orElseThrow();
    assertThat(state.at("/bookmarks/customers/updated_at").asText()).isEqualTo(Answers.time(5));
    answers.server().resetRequests();
    Tap.Run second = sync(members, metadata, FIELDS, "--state", stateFile(state));

    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
    assertThat(second.output().ids("customers")).containsExactly("c1");
    assertThat(second.output().lastState()).contains(state);
    assertThat(second.stderr())
        .contains("INFO customers: reading from start_date, since the catalog");
    assertThat(warnings(second)).isEmpty();
  }

  @Test
  void isCountedFromTheBeginningByACheck() throws IOException {
    JsonNode state = Tap.json("{\"bookmarks\":{\"customers\":\"2026-10-01\"}}");
    Tap.Run sync = sync("'replication_method': 'FULL_TABLE',", "", FIELDS);
    assertThat(sync.exitCode()).isZero();
    answers.server().resetRequests();
    List<String> arguments = new ArrayList<>(List.of("check"));
    for (String option : List.of("config", "catalog")) {
      arguments.addAll(List.of("--" + option, folder.resolve(option + ".json").toString()));
    }
    arguments.addAll(List.of("--state", stateFile(state)));
    Tap.Run check = Tap.run(arguments.toArray(String[]::new));

    assertThat(check.exitCode()).as(check.stderr()).isZero();
    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
  }

  /** A bookmark that is not used must not fail the run. */
  @Test
  void ignoresABookmarkThatItDoesNotUse() throws IOException {
    JsonNode state = Tap.json("{\"bookmarks\":{\"customers\":\"2999-01-01\"}}");

    sync("", ", 'replication-method': 'FULL_TABLE'", FIELDS, "--state", stateFile(state));
    assertThat(answers.searchedFrom("customer")).isEqualTo(Answers.time(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | , 'replication-method': 'LOG_BASED' | replication method 'LOG_BASED'",
        "'replication_method': 'full', | `` | replication method 'full'",
        "`` | , 'replication-key': 'created_at' | replication key 'created_at'",
        "'replication_key': 'name', | `` | replication key 'name'"
      })
  void isReadAsUsualIfTheCatalogAsksForTheImpossible(String members, String metadata, String what)
      throws IOException {
    JsonNode state = Tap.json("{\"bookmarks\":{\"customers\":\"2026-10-01\"}}");
    Tap.Run run = sync(members, metadata, FIELDS, "--state", stateFile(state));

    assertThat(answers.searchedFrom("customer")).isEqualTo("2026-09-30T23:55:00.000Z");
    assertThat(warnings(run))
        .containsExactly(
            "WARN customers: the catalog's "
                + what.replace('\'', '"')
                + " is not supported; it is read by updated_at");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'replication_method': 'INCREMENTAL', 'replication_key': 'updated_at',",
        "'replication_method': null, 'replication_key': null,"
      })
  void isReadWithoutAWarningIfTheCatalogAsksForTheDefault(String members) throws IOException {
    assertThat(warnings(sync(members, "", FIELDS))).isEmpty();
  }

  /** Only an existing column can be the replication key. */
  @Test
  void namesNoReplicationKeyThatItDoesNotHave() {
    assertThat(schemaMessage(sync("", "", FIELDS)).path("bookmark_properties"))
        .hasToString("[\"updated_at\"]");
    assertThat(schemaMessage(sync("", "", "{'name':{}}")).path("bookmark_properties")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slas | FULL_TABLE | ``",
        "slas | INCREMENTAL | 'INCREMENTAL' is not supported; it is read whole in each run"
      })
  void aFullTableStaysOne(String stream, String method, String warning) {
    answers.list(stream);
    String catalog =
        """
        {'streams': [{'stream': '%s', 'schema': {'selected': true},
          'replication_method': '%s', 'replication_key': null}]}
        """
            .formatted(stream, method);
    Tap.Run run = answers.tap(folder).catalog(Tap.json(catalog.replace('\'', '"'))).sync();

    assertThat(String.join("", warnings(run)))
        .isEqualTo(
            warning.isEmpty()
                ? ""
                : "WARN slas: the catalog's replication method " + warning.replace('\'', '"'));
  }

  private String stateFile(JsonNode state) throws IOException {
    return Files.writeString(folder.resolve("given.json"), state.toString()).toString();
  }
}
