package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("catalog.json"), text.replace('\'', '"'));
  }

  @Test
  void readsAStream() throws IOException {
    Path path =
        file(
            """
            {'streams': [{
              'tap_stream_id': 'teams',
              'stream': 'kustomer_teams',
              'key_properties': ['id', 'version'],
              'schema': {'properties': {'id': {}, 'name': {}, 'custom': {}}},
              'metadata': [
                {'breadcrumb': [], 'metadata': {'selected': true}},
                {'breadcrumb': ['properties', 'name'], 'metadata': {'selected': false}}
              ]
            }]}
            """);

    List<CatalogStream> streams = read(path).streams();

    assertThat(streams)
        .singleElement()
        .satisfies(
            stream -> {
              assertThat(stream.id()).isEqualTo("teams");
              assertThat(stream.name()).isEqualTo("kustomer_teams");
              assertThat(stream.keyProperties()).contains(List.of("id", "version"));
              assertThat(stream.schema().path("properties")).hasSize(3);
              assertThat(selects(stream, "name")).isFalse();
              assertThat(selects(stream, "custom")).isTrue();
            });
  }

  private static boolean selects(CatalogStream stream, String field) {
    return stream
        .selection()
        .field(List.of("properties", field), stream.schema().path("properties").path(field));
  }

  @Test
  void keepsTheOrderOfTheSelectedStreams() throws IOException {
    Path path =
        file(
            """
            {'streams': [
              {'stream': 'tags', 'schema': {'selected': true}},
              {'stream': 'notes', 'schema': {}},
              {'stream': 'users', 'schema': {'selected': false}},
              {'stream': 'teams'},
              {'stream': 'queues', 'schema': null, 'metadata': [
                {'breadcrumb': [], 'metadata': {'selected': 'false'}}]},
              {'stream': 'brands', 'schema': {}, 'metadata': [
                {'breadcrumb': [], 'metadata': {'selected': true}}]}
            ]}
            """);

    assertThat(read(path).selected())
        .extracting(CatalogStream::id)
        .containsExactly("tags", "brands");
  }

  @Test
  void readsAnOldPropertiesFile() throws IOException {
    Path path =
        file(
            """
            {'streams': [{
              'stream': 'tags',
              'schema': {
                'selected': true,
                'properties': {'id': {}, 'name': {'selected': false}}
              }
            }]}
            """);

    CatalogStream stream = read(path).selected().get(0);

    assertThat(stream.id()).isEqualTo("tags");
    assertThat(stream.name()).isEqualTo("tags");
    assertThat(stream.keyProperties()).isEmpty();
    assertThat(selects(stream, "id")).isTrue();
    assertThat(selects(stream, "name")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'key_properties': ['a'], | ['b'] | a",
        "'key_properties': null, | ['b', 'c'] | b,c",
        "`` | ['b'] | b",
        "'key_properties': [], | ['b'] | ``",
        "`` | [] | ``",
        "`` | null |",
        "'key_properties': null, | null |"
      })
  void takesTheKeysFromWhereTheyStand(String entry, String table, String expected)
      throws IOException {
    Path path =
        file(
            """
            {'streams': [{'stream': 'tags', %s 'schema': {}, 'metadata': [
              {'breadcrumb': [], 'metadata': {'table-key-properties': %s}}]}]}
            """
                .formatted(entry, table));

    assertThat(read(path).streams().get(0).keyProperties().map(keys -> String.join(",", keys)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void givesOtherAnnotationsOfTheMetadata() throws IOException {
    Path path =
        file(
            """
            {'streams': [{'stream': 'kobjects_order', 'schema': {}, 'metadata': [
              {'breadcrumb': [], 'metadata': {'kustomer-klass': 'order', 'selected': true}}
            ]}]}
            """);

    Selection selection = read(path).streams().get(0).selection();

    assertThat(selection.annotation(List.of(), Selection.KLASS)).contains("order");
    assertThat(selection.annotation(List.of(), "selected")).isEmpty();
    assertThat(selection.annotation(List.of("properties", "id"), Selection.KLASS)).isEmpty();
  }

  @Test
  void readsWhatDiscoveryMade() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode good =
        (ObjectNode) json.readTree("{\"streams\": [{\"stream\": \"tags\", \"schema\": {}}]}");

    assertThat(CatalogReader.read(good, "the discovered catalog").streams())
        .extracting(CatalogStream::id)
        .containsExactly("tags");
    assertThatThrownBy(() -> CatalogReader.read(json.createObjectNode(), "the discovered catalog"))
        .hasMessageStartingWith("the discovered catalog has no array \"streams\"");
  }

  @Test
  void readsAnEmptyCatalog() throws IOException {
    assertThat(read(file("{'streams': []}")).streams()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | has no array 'streams'; make one with --discover",
        "{'streams': {}} | has no array 'streams'; make one with --discover",
        "{'streams': [{}]} | streams[0] has neither 'tap_stream_id' nor 'stream'",
        "{'streams': [{'stream': 'a', 'schema': {}}, 7]}"
            + " | streams[1] has neither 'tap_stream_id' nor 'stream'",
        "{'streams': [{'tap_stream_id': 7}]}"
            + " | streams[0] has neither 'tap_stream_id' nor 'stream'",
        "{'streams': [{'tap_stream_id': 'a', 'metadata': [{'breadcrumb': [], 'metadata':"
            + " {'selected': true}}]}]} | stream a has no object 'schema'; make one with"
            + " --discover",
        "{'streams': [{'stream': 'a', 'schema': true, 'metadata': [{'breadcrumb': [], 'metadata':"
            + " {'selected': true}}]}]} | stream a has no object 'schema'; make one with"
            + " --discover",
        "{'streams': [{'stream': 'a', 'schema': {}}, {'tap_stream_id': 'a', 'schema': {}}]}"
            + " | names the stream a twice; keep one of them",
        "{'streams': [{'stream': 'a', 'schema': {}, 'key_properties': [1]}]}"
            + " | stream a has a 'key_properties' that is not an array of strings",
        "{'streams': [{'stream': 'a', 'schema': {}, 'key_properties': 'id'}]}"
            + " | stream a has a 'key_properties' that is not an array",
        "{'streams': [{'stream': 'a', 'schema': {}, 'metadata':"
            + " [{'breadcrumb': [], 'metadata': {'table-key-properties': 'id'}}]}]}"
            + " | stream a has a 'table-key-properties' that is not an array",
        "{'streams': [{'stream': 'a', 'schema': {}, 'metadata': [{'metadata': {}}]}]}"
            + " | stream a has a metadata entry without breadcrumb or metadata",
        "{'streams': [{'stream': 'a', 'schema': {}, 'metadata': [{'breadcrumb': []}]}]}"
            + " | stream a has a metadata entry without breadcrumb or metadata",
        "{'streams': [{'stream': 'a', 'schema': {}, 'metadata': 'all'}]}"
            + " | stream a has a 'metadata' that is not an array"
      })
  void namesFileAndStreamOfAProblem(String text, String problem) throws IOException {
    Path path = file(text);

    assertThatThrownBy(() -> read(path))
        .hasMessage("catalog " + path + " " + problem.replace('\'', '"'))
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.BAD_INPUT));
  }

  private static Catalog read(Path path) {
    return CatalogReader.read(CatalogReader.json(path), "catalog " + path);
  }
}
