package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.record.page.PageSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {
  private static final String CATALOG =
      """
      {"type":"object","properties":{
        "id":{"type":"string"},
        "name":{"type":["null","string"]},
        "rev":{"type":["null","integer"],"selected":false},
        "count":{"type":["null","integer"]},
        "score":{"type":["null","number"]},
        "vip":{"type":"boolean"},
        "seen":{"type":["null","string"],"format":"date-time"},
        "scores":{"type":["null","array"],"items":{"type":["null","number"]}},
        "grid":{"type":"array","items":{"type":"array","items":{"type":"integer"}}},
        "tags":{"type":["null","array"],"items":{"type":["null","object"],"properties":{
          "a":{"type":["null","string"]},
          "n":{"type":["null","number"]},
          "b":{"type":["null","string"],"selected":false}}}},
        "custom":{"type":["null","object"],"properties":{
          "kept_str":{"type":["null","string"]},
          "dropped_str":{"type":["null","string"],"selected":false}}}}}
      """;

  private final Encoding customers = Encoding.ofCatalog("customers", CATALOG);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "name; 5; \"5\"",
        "name; 1.50; \"1.50\"",
        "name; true; \"true\"",
        "name; [1,{\"aB\": 1.0}]; \"[1,{\\\"aB\\\":1.0}]\"",
        "count; \"5\"; 5",
        "count; 1.0; 1",
        "count; 1e3; 1000",
        "count; -0; 0",
        "count; -9223372036854775808; -9223372036854775808",
        "score; \"1.5\"; 1.5",
        "score; -0.0; 0",
        "score; 0.1e-7; 0.1e-7",
        "score; 9007199254740992; 9007199254740992",
        "vip; \"true\"; true",
        "vip; null; null",
        "scores; [1,\"2\",1.5,null]; [1.0,2.0,1.5,null]",
        "scores; []; []",
        "grid; [[1,\"2\"],[]]; [[1,2],[]]"
      })
  void convertsWhatLosesNothing(String column, String value, String written) {
    String before = customers.schema().toString();
    customers.attributes("\"%s\":%s".formatted(column, value));

    assertThat(customers.text()).contains("\"%s\":%s,".formatted(column, written));
    assertThat(customers.schema()).hasToString(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "count; 1.5; 1.5",
        "count; 9223372036854775808; 9223372036854775808",
        "count; 1e400; 1e400",
        "count; \"05\"; 05",
        "count; true; true",
        "score; 1e400; 1e400",
        "score; 1e-400; 1e-400",
        "score; 9007199254740993; 9007199254740993",
        "score; \"NaN\"; NaN",
        "vip; \"yes\"; yes",
        "vip; 1; 1",
        "seen; 1700000000; 1700000000",
        "seen; \"2026-02-30T00:00:00Z\"; 2026-02-30T00:00:00Z",
        "scores; [ 1, \"x\", {\"aB\":[2]} ]; [1,\"x\",{\"aB\":[2]}]",
        "scores; {\"a\":1}; {\"a\":1}",
        "grid; [[1],[2,[3]],[4]]; [[1],[2,[3]],[4]]",
        "tags; [{\"a\":\"x\"},\"y\"]; [{\"a\":\"x\"},\"y\"]",
        "custom; \"text\"; text"
      })
  void sendsWhatDoesNotFitToItsVariant(String column, String value, String text) {
    JsonNode types = customers.schema().path("properties");
    JsonNode record = customers.attributes("\"%s\":%s,\"name\":\"n\"".formatted(column, value));

    assertThat(record.get(column).isNull()).isTrue();
    assertThat(record.path(column + "__v_text").asText()).isEqualTo(text);
    assertThat(record.path("name").asText()).isEqualTo("n");
    JsonNode grown = customers.schema().path("properties");
    assertThat(grown.path(column + "__v_text")).hasToString("{\"type\":[\"null\",\"string\"]}");
    assertThat(grown.toString()).startsWith(types.toString().replaceFirst("}$", ""));
    assertThat(customers.plan().variants()).containsOnlyKeys(column);
    assertThat(customers.plan().version()).isEqualTo(1);
  }

  @Test
  void clearsTheVariantOnceAValueFitsAgain() {
    customers.attributes("\"count\":1.5");
    JsonNode record = customers.attributes("\"count\":2");

    assertThat(record.path("count").asInt()).isEqualTo(2);
    assertThat(record.get("count__v_text").isNull()).isTrue();
    assertThat(customers.plan().version()).isEqualTo(1);
  }

  @Test
  void keepsWhatFitsBesideAVariantInsideAnObject() {
    JsonNode record =
        customers.attributes("\"tags\":[{\"a\":\"x\",\"n\":\"?\"},{\"n\":[1]},{\"n\":1}]");

    assertThat(record.path("tags"))
        .hasToString(
            "[{\"a\":\"x\",\"n\":null,\"n__v_text\":\"?\"},{\"n\":null,\"n__v_text\":\"[1]\"},"
                + "{\"n\":1}]");
    assertThat(customers.schema().at("/properties/tags/items/properties").has("n__v_text"))
        .isTrue();
    assertThat(customers.plan().variants()).containsExactly(entry("tags[].n", "text"));
  }

  private static java.util.Map.Entry<String, String> entry(String path, String what) {
    return java.util.Map.entry(path, what);
  }

  @Test
  void leavesOutWhatIsNotSelectedOrNotInTheCatalog() {
    JsonNode record =
        customers.attributes(
            """
            "rev":{"any":["thing"]},"unknownField":[1,{"x":2}],"name":"n",
            "tags":[{"b":[1],"a":"x","c":1},null],
            "custom":{"droppedStr":{"x":1},"keptStr":"k","newStr":"added"}
            """);

    assertThat(record.has("rev")).isFalse();
    assertThat(record.has("unknown_field")).isFalse();
    assertThat(record.path("name").asText()).isEqualTo("n");
    assertThat(record.path("tags")).hasToString("[{\"a\":\"x\",\"c\":1},null]");
    assertThat(record.path("custom")).hasToString("{\"kept_str\":\"k\",\"new_str\":\"added\"}");
    assertThat(customers.plan().faults().leftOut()).containsEntry("unknown_field", 1L);
    assertThat(customers.schema().at("/properties/custom/properties").has("new_str")).isTrue();
    assertThat(customers.schema().at("/properties/custom/properties").has("dropped_str")).isFalse();
  }

  @Test
  void declaresNewFieldsByTheirSuffixOrTheirValue() {
    Encoding open = Encoding.of("customers");
    JsonNode record =
        open.attributes(
            """
            "custom":{"oneNum":null,"twoBool":null,"threeAt":"2026-01-01T00:00:00Z","fourStr":4,
              "fiveNum":"text","six":1,"seven":[1],"eightNum":[2]}
            """);

    JsonNode custom = open.schema().at("/properties/custom/properties");
    assertThat(custom.at("/one_num/type")).hasToString("[\"null\",\"number\"]");
    assertThat(custom.at("/two_bool/type")).hasToString("[\"null\",\"boolean\"]");
    assertThat(custom.at("/three_at/format").asText()).isEqualTo("date-time");
    assertThat(custom.at("/four_str/type")).hasToString("[\"null\",\"string\"]");
    assertThat(custom.at("/five_num/type")).hasToString("[\"null\",\"number\"]");
    assertThat(custom.at("/six/type")).hasToString("[\"null\",\"number\"]");
    assertThat(custom.at("/seven")).hasToString("{\"type\":[\"null\",\"array\"]}");
    assertThat(custom.at("/eight_num/type")).hasToString("[\"null\",\"array\"]");
    assertThat(record.at("/custom/five_num__v_text").asText()).isEqualTo("text");
    assertThat(record.at("/custom/four_str").asText()).isEqualTo("4");
  }

  @Test
  void leavesOutARecordWithoutItsKey() throws Exception {
    PageSummary page =
        customers.read(
            """
            {"data":[{"id":"1"},{"id":null},{"attributes":{"name":"n"}},{"id":4}]}
            """);

    assertThat(customers.records())
        .extracting(record -> record.path("id").asText())
        .containsExactly("1", "4");
    assertThat(page.keyless()).isEqualTo(2);
  }

  @Test
  void keepsWhatIsBeyondTheMostColumnsInOne() {
    Encoding open = Encoding.of("tags");
    StringBuilder members = new StringBuilder("\"name\":\"n\"");
    for (int i = 0; i < 2_000; i++) {
      members.append(",\"new%d\":%d".formatted(i, i));
    }
    JsonNode record = open.attributes(members.toString());
    JsonNode properties = open.schema().path("properties");

    assertThat(properties.size()).isEqualTo(1_500);
    assertThat(record.path("other_fields").path("new1999").asInt()).isEqualTo(1_999);
    assertThat(record.path("new0").asInt()).isZero();
    assertThat(record.size() + record.path("other_fields").size()).isGreaterThan(2_000);

    JsonNode odd = open.attributes("\"new0\":\"text\",\"new1999\":1");
    assertThat(odd.get("new0").isNull()).isTrue();
    assertThat(odd.path("other_fields").path("new0__v_text").asText()).isEqualTo("text");
    assertThat(open.schema().path("properties").size()).isEqualTo(1_500);
  }

  @Test
  void replacesWhatDatabasesRefuseInNamesAndText() throws Exception {
    Encoding open = Encoding.of("customers");
    JsonNode record =
        open.attributes("\"name\":\"a\\u0000\\ud800b\",\"bad\\u0000Name\":{\"x\\u0000\":1}");

    assertThat(record.path("name").asText()).isEqualTo("a\uFFFD\uFFFDb");
    String name =
        record.properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(each -> each.startsWith("bad\uFFFD_name"))
            .findFirst()
            .orElseThrow();
    assertThat(open.schema().path("properties").has(name)).isTrue();
    assertThat(record.path(name)).hasToString("{\"x\uFFFD\":1}");
    assertThat(open.plan().faults().replacedCharacters()).isEqualTo(4);
  }

  @Test
  void countsWhatIsReplacedIfAttributesAreKeptWhole() {
    Encoding closed =
        Encoding.ofCatalog(
            "cards",
            "{\"properties\":{\"id\":{\"type\":\"string\"},\"attributes\":{\"type\":\"object\"}}}");

    JsonNode record = closed.attributes("\"odd\":[\"a\\u0000b\"],\"x\\u0000\":\"\\ud800\"");

    assertThat(record.path("attributes").path("odd")).hasToString("[\"a\uFFFDb\"]");
    assertThat(closed.plan().faults().replacedCharacters()).isEqualTo(3);
  }

  @Test
  void countsWhatIsReplacedInAnObjectThatBecomesText() {
    Encoding open = Encoding.of("customers");

    JsonNode record = open.attributes("\"name\":{\"a\":\"\\u0000\"},\"rev\":[\"\\udc00\"]");

    assertThat(record.path("name").asText()).isEqualTo("{\"a\":\"\uFFFD\"}");
    assertThat(record.path("rev__v_text").asText()).isEqualTo("[\"\uFFFD\"]");
    assertThat(open.plan().faults().replacedCharacters()).isEqualTo(2);
  }
}
