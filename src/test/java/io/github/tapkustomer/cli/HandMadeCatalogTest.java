package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
   */
  private Tap.Run sync(String members, String metadata, String properties) {
    answers.search(
        "customer", "{\"id\":\"c1\",\"attributes\":{\"name\":\"Ada\",\"updatedAt\":\"@5\"}}");
    String catalog =
        """
        {'streams': [{'stream': 'customers', %s 'schema': {'properties': %s},
          'metadata': [{'breadcrumb': [], 'metadata': {'selected': true %s}}]}]}
        """
            .formatted(members, properties, metadata);
    Tap.Run run = answers.tap(folder).catalog(Tap.json(catalog.replace('\'', '"'))).sync();
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
  void hasItsKeyAlsoWhereTheCatalogDoesNotNameIt(String members, String metadata, String keys) {
    Tap.Run run = sync(members, metadata, FIELDS);

    assertThat(schemaMessage(run).path("key_properties")).hasToString(keys);
    assertThat(warnings(run)).isEmpty();
  }

  @Test
  void hasNoKeyWhereTheCatalogSaysSo() {
    Tap.Run run = sync("'key_properties': [],", "", FIELDS);

    assertThat(schemaMessage(run).path("key_properties")).isEmpty();
    assertThat(warnings(run))
        .containsExactly(
            "WARN customers: the catalog gives it no key, so a target cannot tell which records"
                + " come again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':{'type':'string'}} | string",
        "{'id':{'type':['null','string'],'selected':false},'name':{'type':'string'}} | null string"
      })
  void hasTheColumnOfItsKeyWhateverTheCatalogLeavesOut(String properties, String type) {
    Tap.Run run = sync("", "", properties);

    JsonNode id = run.output().schema("customers").at("/properties/id");
    assertThat(id.path("type").toString().replaceAll("\\W+", " ").strip()).isEqualTo(type);
    assertThat(id.has("selected")).isFalse();
    assertThat(run.output().ids("customers")).containsExactly("c1");
  }
}
