package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
  private static final String KEY = "updated_at";
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");
  private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");

  private static State state(String text) throws JsonProcessingException {
    return State.of((ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"')));
  }

  private static Bookmark bookmark(String json) throws JsonProcessingException {
    return state("{'bookmarks': {'customers': " + json + "}}").bookmark("customers", KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2026-07-01T00:00:00.000Z'",
        "'2026-07-01'",
        "{'updated_at': '2026-07-01T00:00:00.000Z'}",
        "{'updated_at': '2026-07-01T02:00:00+02:00'}",
        "{'replication_key': 'updated_at', 'replication_key_value': '2026-07-01T00:00:00Z'}",
        "{'updated_at': null, 'replication_key_value': '2026-07-01T00:00:00Z'}",
        "{'updated_at': '2026-07-01', 'replication_key_value': '2020-01-01T00:00:00Z'}"
      })
  void readsEveryFormOfABookmark(String json) throws JsonProcessingException {
    assertThat(bookmark(json)).isEqualTo(Bookmark.at(JULY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{'updated_at': null}", "{'version': 12}"})
  void startsFromTheBeginningWithoutABookmark(String json) throws JsonProcessingException {
    assertThat(bookmark(json)).isEqualTo(Bookmark.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'bookmarks': {}}", "{'bookmarks': null}", "{'other': 1}"})
  void startsFromTheBeginningIfTheStateDoesNotKnowTheStream(String json)
      throws JsonProcessingException {
    assertThat(state(json).bookmark("customers", KEY)).isEqualTo(Bookmark.NONE);
    assertThat(State.empty().bookmark("customers", KEY)).isEqualTo(Bookmark.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12 | is neither an object nor a string",
        "[] | is neither an object nor a string",
        "'soon' | is not a timestamp: 'soon'",
        "{'updated_at': 12} | holds a time that is not a string",
        "{'updated_at': 'never'} | is not a timestamp: 'never'",
        "{'replication_key_value': 'x\\u001b\\u2028y'} | is not a timestamp: 'x y'",
        "{'unfinished': {'until': '2026-08-01', 'remaining': [['2026-07-01']]}}"
            + " | holds a time that is not a string",
        "{'unfinished': {'remaining': []}} | holds a time that is not a string",
        "{'unfinished': {'until': '2026-08-01', 'remaining': [['2026-07-01', '2026-07-01']]}}"
            + " | has a range in 'unfinished' that ends before it begins"
      })
  void namesTheStreamOfABadBookmark(String json, String problem) {
    String key = json.contains("replication_key_value") ? "replication_key_value" : KEY;
    assertThatThrownBy(() -> bookmark(json))
        .hasMessage(
            ("the bookmark of customers " + problem + "; expected {'" + key + "': ")
                    .replace('\'', '"')
                + "\"2026-01-31T00:00:00.000Z\"}")
        .isInstanceOfSatisfying(
            TapException.class, e -> assertThat(e.kind()).isEqualTo(TapException.Kind.BAD_INPUT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'soon' | created_at",
        "{'created_at': 1} | created_at",
        "{'replication_key': 'created_at', 'replication_key_value': 'soon'} | replication_key_value"
      })
  void showsABookmarkByTheKeyThatItHas(String json, String key) throws JsonProcessingException {
    State state = state("{'bookmarks': {'audit_logs': " + json + "}}");

    assertThatThrownBy(() -> state.bookmark("audit_logs", "created_at"))
        .hasMessageEndingWith("; expected {\"" + key + "\": \"2026-01-31T00:00:00.000Z\"}");
  }

  @Test
  void quotesLittleOfABadBookmark() {
    assertThatThrownBy(() -> bookmark("'" + "9".repeat(81) + "'"))
        .hasMessageContaining("\"" + "9".repeat(80) + "...\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'bookmarks': []}", "{'bookmarks': 'x'}", "{'bookmarks': 3}"})
  void refusesBookmarksThatAreNotAnObject(String json) {
    assertThatThrownBy(() -> state(json))
        .isInstanceOf(TapException.class)
        .hasMessage("the state's \"bookmarks\" is not an object");
  }

  @Test
  void resumesAnInterruptedRun() throws JsonProcessingException {
    Bookmark interrupted =
        new Bookmark(
            Optional.of(JULY),
            Optional.of(
                new Unfinished(SEPTEMBER, Optional.empty(), List.of(new TimeRange(JULY, AUGUST)))));
    State state = State.empty();
    state.setBookmark("customers", KEY, interrupted);

    assertThat(state.bookmark("customers", KEY)).isEqualTo(interrupted);
    assertThat(state.value())
        .hasToString(
            ("{'bookmarks':{'customers':{'updated_at':'2026-07-01T00:00:00.000Z','unfinished':"
                    + "{'updated_at':'2026-07-01T00:00:00.000Z','until':'2026-09-01T00:00:00.000Z',"
                    + "'remaining':[['2026-07-01T00:00:00.000Z','2026-08-01T00:00:00.000Z']]}}}}")
                .replace('\'', '"'));
  }

  @Test
  void resumesAFirstRunThatHasNoBookmarkYet() {
    Bookmark interrupted =
        new Bookmark(
            Optional.empty(), Optional.of(new Unfinished(SEPTEMBER, Optional.empty(), List.of())));
    State state = State.empty();
    state.setBookmark("customers", KEY, interrupted);

    assertThat(state.bookmark("customers", KEY)).isEqualTo(interrupted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'updated_at': '2026-07-01', | '2026-07-01T00:00:00.000Z' | true",
        "'updated_at': '2026-06-01', | '2026-07-01T00:00:00.000Z' | false",
        "'updated_at': '2026-07-02', | '2026-07-01T00:00:00.000Z' | false",
        "`` | '2026-07-01T00:00:00.000Z' | false",
        "'updated_at': '2026-07-01', | null | false",
        "`` | null | true"
      })
  void obeysABookmarkThatWasSetByHand(String outer, String own, boolean honored)
      throws JsonProcessingException {
    Bookmark bookmark =
        bookmark(
            "{%s 'unfinished': {'updated_at': %s, 'until': '2026-09-01', 'remaining': []}}"
                .formatted(outer, own));

    assertThat(bookmark.unfinished().isPresent()).isEqualTo(honored);
  }

  @Test
  void passesOnWhatItDoesNotTouch() throws JsonProcessingException {
    State state =
        state(
            "{'other': {'a': 1.5}, 'bookmarks': {'users': {'version': 3}, 'customers': 'x'},"
                + " 'currently_syncing': 'users'}");
    assertThat(state.currentlySyncing()).contains("users");

    state.setBookmark("customers", KEY, Bookmark.at(JULY));
    state.setCurrentlySyncing(Optional.empty());

    assertThat(state.currentlySyncing()).isEmpty();
    assertThat(state.value())
        .hasToString(
            ("{'other':{'a':1.5},'bookmarks':{'users':{'version':3},"
                    + "'customers':{'updated_at':'2026-07-01T00:00:00.000Z'}}}")
                .replace('\'', '"'));
  }

  @Test
  void readsAndWritesOtherReplicationKeys() throws JsonProcessingException {
    State state = state("{'bookmarks': {'audit_logs': {'created_at': '2026-07-01'}}}");
    assertThat(state.bookmark("audit_logs", "created_at")).isEqualTo(Bookmark.at(JULY));
    assertThat(state.bookmark("audit_logs", KEY)).isEqualTo(Bookmark.NONE);

    Bookmark interrupted =
        new Bookmark(
            Optional.of(AUGUST),
            Optional.of(new Unfinished(SEPTEMBER, Optional.empty(), List.of())));
    state.setBookmark("audit_logs", "created_at", interrupted);

    assertThat(state.bookmark("audit_logs", "created_at")).isEqualTo(interrupted);
  }

  @Test
  void forgetsABookmark() {
    State state = State.empty();
    state.clearBookmark("customers");
    state.setBookmark("customers", KEY, Bookmark.at(JULY));
    state.clearBookmark("customers");

    assertThat(state.value()).hasToString("{\"bookmarks\":{}}");
  }

  @Test
  void leavesTheObjectItWasMadeFrom() throws JsonProcessingException {
    ObjectNode given = (ObjectNode) new ObjectMapper().readTree("{\"bookmarks\":{}}");
    State.of(given).setBookmark("customers", KEY, Bookmark.at(JULY));

    assertThat(given).hasToString("{\"bookmarks\":{}}");
  }

  @Test
  void namesTheCurrentStream() {
    State state = State.empty();
    state.setCurrentlySyncing(Optional.of("customers"));

    assertThat(state.currentlySyncing()).contains("customers");
    assertThat(state.value()).hasToString("{\"currently_syncing\":\"customers\",\"bookmarks\":{}}");
  }

  @Test
  void namesTheKlassInABookmarkFromItsClaimOn() throws JsonProcessingException {
    State state = state("{'bookmarks': {'kobjects_a': '2026-07-01'}}");

    assertThat(state.claimForKlass("kobjects_a", "a")).isEmpty();
    assertThat(state.bookmark("kobjects_a", KEY)).isEqualTo(Bookmark.at(JULY));
    state.setBookmark("kobjects_a", KEY, Bookmark.at(AUGUST));
    assertThat(state.value().at("/bookmarks/kobjects_a"))
        .hasToString("{\"updated_at\":\"2026-08-01T00:00:00.000Z\",\"klass\":\"a\"}");
  }

  @Test
  void forgetsABookmarkOfAnotherKlass() throws JsonProcessingException {
    State state =
        state("{'bookmarks': {'kobjects_a': {'updated_at': '2026-07-01', 'klass': 'b'}}}");

    assertThat(state.claimForKlass("kobjects_a", "a")).contains("b");
    assertThat(state.bookmark("kobjects_a", KEY)).isEqualTo(Bookmark.NONE);
    assertThat(state.value().at("/bookmarks").has("kobjects_a")).isFalse();
  }

  /** Otherwise two STATEs that say the same would follow each other. */
  @Test
  void keepsTheOrderOfStreamsWhateverIsCleared() throws JsonProcessingException {
    String text =
        "{'bookmarks': {'tags': {'added_columns': {'properties': {'x': {}}}},"
            + " 'teams': {'updated_at': '2026-07-01T00:00:00.000Z'}}}";
    State state = state(text);
    state.clearBookmark("tags");

    assertThat(state.value().toString()).isEqualTo(state(text).value().toString());
  }
}
