package io.github.tapkustomer.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.singer.FieldPattern;
import io.github.tapkustomer.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a target gets for masked columns, and what their schemas say. */
class MasksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Way NULL = new Way.Nothing();
  private static final Way REDACT = new Way.Redact();
  private static final Way SHA = new Way.Sha256();
  private static final Way HMAC = new Way.Hmac(new Secret("key"));

  private static final String SHA_OF_ADA =
      "99a563ab2f6e21e96998f9fddd2a2bab82b70ac019579502b8d7fc0032ff62bb";

  private static Encoding customers(Object... patternsAndWays) {
    List<Mask> masks = new ArrayList<>();
    for (int i = 0; i < patternsAndWays.length; i += 2) {
      String pattern = (String) patternsAndWays[i];
      masks.add(new Mask(FieldPattern.parse(pattern).orElseThrow(), (Way) patternsAndWays[i + 1]));
    }
    return Encoding.masked("customers", new Masks(masks));
  }

  private static JsonNode type(Encoding encoding, String pointer) {
    return encoding.schema().at("/properties/" + pointer);
  }

  @Test
  void nullsAndRedactsWithoutChangingTheType() {
    Encoding encoding =
        customers("customers.name", REDACT, "*.rev", REDACT, "*.created_at", REDACT, "*.org", NULL);

    JsonNode record =
        encoding.object(
            """
            "attributes":{"name":"Ada","rev":3,"createdAt":"2026-01-01T00:00:00.000Z"},
            "relationships":{"org":{"data":{"type":"org","id":"o1"}}}
            """);

    assertThat(record.path("name").asText()).isEqualTo("redacted");
    assertThat(record.path("rev").isNull()).isTrue();
    assertThat(record.path("created_at").isNull()).isTrue();
    assertThat(record.path("org").isNull()).isTrue();
    assertThat(type(encoding, "rev/type/1").asText()).isEqualTo("integer");
    assertThat(type(encoding, "created_at/format").asText()).isEqualTo("date-time");
    assertThat(type(encoding, "org/type/1").asText()).isEqualTo("object");
  }

  @Test
  void hashesTheTextAsAnybodyCan() {
    Encoding encoding = customers("customers.*name", SHA, "customers.locale", HMAC);

    JsonNode record =
        encoding.attributes("\"name\":\"Ada\",\"firstName\":\"Ada\",\"locale\":\"en\"");

    // printf %s Ada | sha256sum; printf %s en | openssl dgst -sha256 -hmac key
    assertThat(record.path("name").asText()).isEqualTo(SHA_OF_ADA);
    assertThat(record.path("first_name")).isEqualTo(record.path("name"));
    assertThat(record.path("locale").asText())
        .isEqualTo("b5f82daaf2fcffa7a25605b3b729aede7285a2fe533bb9ebaa315bc5d8e6f4f7");
  }

  @Test
  void keepsNull() {
    JsonNode record = customers("customers.name", SHA).attributes("\"name\":null");

    assertThat(record.path("name").isNull()).isTrue();
  }

  @Test
  void makesTextOfNumbersDatesAndContainersFromTheStart() {
    Encoding encoding =
        customers(
            "*.rev", SHA, "*.created_at", SHA, "*.emails", SHA, "*.sentiment.confidence", SHA);

    for (String column : List.of("rev", "created_at", "emails")) {
      assertThat(type(encoding, column).toString()).isEqualTo("{\"type\":[\"null\",\"string\"]}");
    }
    assertThat(type(encoding, "sentiment/properties/confidence/type/1").asText())
        .isEqualTo("string");
    assertThat(
            encoding.attributes("\"rev\":3,\"emails\":[{\"email\":\"a\"}]").path("emails").asText())
        .hasSize(64);
  }

  @Test
  void showsTheEndOfATextThatIsLongEnough() {
    Encoding encoding = customers("customers.name", new Way.Partial(2));

    assertThat(encoding.attributes("\"name\":\"Ada Lovelace\"").path("name").asText())
        .isEqualTo("***ce");
    assertThat(encoding.attributes("\"name\":\"Ada\"").path("name").asText()).isEqualTo("***");
    assertThat(encoding.attributes("\"name\":\"Lo😀\"").path("name").asText()).isEqualTo("***");
    assertThat(encoding.attributes("\"name\":\"Lov😀\"").path("name").asText()).isEqualTo("***v😀");
  }

  @Test
  void reachesIntoArraysAndWhatNoSchemaNames() {
    Encoding encoding =
        customers(
            "customers.emails.email",
            SHA,
            "customers.tags[]",
            SHA,
            "*.custom.home_address.street",
            REDACT,
            "*.custom.passport*",
            NULL);

    JsonNode record =
        encoding.attributes(
            """
            "emails":[{"email":"Ada","type":"home"}],"tags":["Ada","b"],
            "custom":{"homeAddress":[[{"street":"Main","city":"Ulm"}]],"passportNoStr":"P1"}
            """);

    assertThat(record.at("/emails/0/email").asText()).isEqualTo(SHA_OF_ADA);
    assertThat(record.at("/emails/0/type").asText()).isEqualTo("home");
    assertThat(record.at("/tags/0").asText()).isEqualTo(SHA_OF_ADA);
    assertThat(record.at("/tags").size()).isEqualTo(2);
    assertThat(record.at("/custom/home_address").toString())
        .isEqualTo("[[{\"street\":\"redacted\",\"city\":\"Ulm\"}]]");
    assertThat(record.at("/custom/passport_no_str").isNull()).isTrue();
  }

  @Test
  void masksWhatDoesNotFitOrIsSentAsText() {
    Encoding encoding =
        customers("*.emails.email", SHA, "*.name.first", REDACT, "*.org.id", REDACT);

    assertThat(encoding.attributes("\"emails\":\"Ada\"").path("emails__v_text").asText())
        .isEqualTo(SHA_OF_ADA);
    assertThat(encoding.attributes("\"emails\":[\"Ada\"]").path("emails__v_text").asText())
        .isEqualTo("[\"" + SHA_OF_ADA + "\"]");
    assertThat(encoding.attributes("\"emails\":{\"email\":\"Ada\",\"n\":1}").path("emails__v_text"))
        .hasToString("\"{\\\"email\\\":\\\"" + SHA_OF_ADA + "\\\",\\\"n\\\":1}\"");
    assertThat(
            encoding
                .attributes("\"name\":{\"first\":\"Ada\",\"last\":\"L\"}")
                .path("name")
                .asText())
        .isEqualTo("{\"first\":\"redacted\",\"last\":\"L\"}");
  }

  @Test
  void masksAVariantThatAPatternNames() {
    JsonNode record =
        customers("customers.*__v_text", REDACT).attributes("\"rev\":\"three\",\"name\":\"Ada\"");

    assertThat(record.path("rev__v_text").asText()).isEqualTo("redacted");
    assertThat(record.path("name").asText()).isEqualTo("Ada");
  }

  @Test
  void changesTheTypeOfAColumnThatARunBeforeAdded() {
    Encoding before = Encoding.of("customers");
    before.attributes("\"newThing\":5");
    Masks masks =
        new Masks(List.of(new Mask(FieldPattern.parse("customers.new_thing").orElseThrow(), SHA)));

    Encoding now =
        Encoding.masked(
            "customers",
            Streams.find("customers").orElseThrow().schema(),
            before.plan().addedColumns(),
            masks);

    assertThat(type(now, "new_thing/type/1").asText()).isEqualTo("string");
    assertThat(now.attributes("\"newThing\":5").path("new_thing").asText()).hasSize(64);
  }

  @Test
  void masksWhatExceedsTheMostColumns() {
    Encoding encoding = customers("customers.x_1550", REDACT);
    StringBuilder attributes = new StringBuilder("\"x_0\":1");
    IntStream.range(1, 1600).forEach(i -> attributes.append(",\"x_" + i + "\":\"v\""));

    JsonNode others = encoding.attributes(attributes.toString()).path("other_fields");

    assertThat(others.path("x_1550").asText()).isEqualTo("redacted");
    assertThat(others.path("x_1551").asText()).isEqualTo("v");

    Encoding whole = customers("customers.other_fields", SHA);
    assertThat(whole.attributes(attributes.toString()).path("other_fields").asText()).hasSize(64);
    assertThat(type(whole, "other_fields/type/1").asText()).isEqualTo("string");
  }

  @Test
  void letsTheFirstMaskCount() {
    JsonNode record =
        customers("*.name", REDACT, "customers.*", SHA).attributes("\"name\":\"Ada\"");

    assertThat(record.path("name").asText()).isEqualTo("redacted");
  }

  @Test
  void masksTheSameIfAttributesAreAlsoKeptWhole() {
    Masks masks =
        new Masks(
            List.of(
                new Mask(FieldPattern.parse("cards.context").orElseThrow(), SHA),
                new Mask(FieldPattern.parse("*.author.name").orElseThrow(), REDACT),
                new Mask(FieldPattern.parse("*.attributes_type").orElseThrow(), NULL)));

    JsonNode record =
        Encoding.masked("cards", masks)
            .attributes(
                "\"context\":\"Ada\",\"author\":{\"name\":\"Eve\",\"age\":3},\"type\":\"t\",\"kind\":\"k\"");

    assertThat(record.at("/context").asText()).isEqualTo(SHA_OF_ADA);
    assertThat(record.at("/attributes/context").asText()).isEqualTo(SHA_OF_ADA);
    assertThat(record.at("/attributes/author/name").asText()).isEqualTo("redacted");
    assertThat(record.at("/attributes/author/age").asInt()).isEqualTo(3);
    assertThat(record.at("/attributes/type").isNull()).isTrue();
    assertThat(record.at("/attributes/kind").asText()).isEqualTo("k");
  }

  @Test
  void leavesAnUnmaskedStreamAsItIs() {
    ObjectNode schema = JSON.createObjectNode();
    schema.setAll((ObjectNode) Encoding.of("tags").schema());

    assertThat(Encoding.masked("tags", new Masks(List.of())).schema()).isEqualTo(schema);
  }
}
