package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unwraps a state from what other programs put around it: a STATE message, as taps print it, and
 * Meltano's {@code {"singer_state": ...}}, alone or as {@code {"completed": ..., "partial": ...}}.
 */
final class StateWrapping {
  private static final Logger LOG = LoggerFactory.getLogger(StateWrapping.class);
  private static final String VALUE = "value";
  private static final String SINGER_STATE = "singer_state";
  private static final String COMPLETED = "completed";
  private static final String PARTIAL = "partial";
  private static final int NAMED = 5;

  private StateWrapping() {}

  /**
   * The state itself. Warns if there seems to be none.
   *
   * @param source what it is to the user; messages begin with it
   * @throws TapException of kind BAD_INPUT if it is a message of another kind
   */
  static ObjectNode unwrap(ObjectNode root, String source) {
    ObjectNode state = root;
    for (Optional<ObjectNode> inner; (inner = inside(state)).isPresent(); ) {
      LOG.info("{}: taken out of {}", source, around(state));
      state = inner.get();
    }
    String type = state.path("type").asText();
    if (!type.isEmpty() && state.path("stream").isTextual()) {
      throw TapException.badInput(source + " ends with a " + type + " message, not with a state");
    }
    warnOfStrangers(state, source);
    return state;
  }

  private static Optional<ObjectNode> inside(ObjectNode node) {
    if (isMessage(node)) {
      return Optional.of((ObjectNode) node.get(VALUE));
    }
    if (node.has(State.BOOKMARKS)) {
      return Optional.empty();
    }
    if (node.path(SINGER_STATE) instanceof ObjectNode state) {
      return Optional.of(state);
    }
    return node.path(COMPLETED).isObject() || node.path(PARTIAL).isObject()
        ? Optional.of(merged(node.path(COMPLETED), node.path(PARTIAL)))
        : Optional.empty();
  }

  private static boolean isMessage(ObjectNode node) {
    return node.path("type").asText().equals("STATE") && node.path(VALUE).isObject();
  }

  private static String around(ObjectNode node) {
    if (isMessage(node)) {
      return "a STATE message";
    }
    return "Meltano's "
        + (node.path(SINGER_STATE).isObject()
            ? OneLine.quoted(SINGER_STATE)
            : OneLine.quoted(COMPLETED) + " and " + OneLine.quoted(PARTIAL));
  }

  /** For each stream, what came since the last complete run replaces what that run left. */
  private static ObjectNode merged(JsonNode completed, JsonNode partial) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    ObjectNode bookmarks = JsonNodeFactory.instance.objectNode();
    for (JsonNode part : List.of(completed, partial)) {
      if (part.path(SINGER_STATE) instanceof ObjectNode state) {
        merged.setAll(state);
        if (state.path(State.BOOKMARKS) instanceof ObjectNode own) {
          bookmarks.setAll(own);
          merged.set(State.BOOKMARKS, bookmarks);
        }
      }
    }
    return merged;
  }

  private static void warnOfStrangers(ObjectNode state, String source) {
    if (state.has(State.BOOKMARKS)) {
      return;
    }
    List<String> strangers = new ArrayList<>();
    state
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(State.CURRENTLY_SYNCING)) {
                strangers.add(OneLine.quoted(name));
              }
            });
    if (!strangers.isEmpty()) {
      LOG.warn(
          "{} has no \"bookmarks\"; it is not understood, and every stream is read from the"
              + " beginning. Its members: {}",
          source,
          String.join(", ", strangers.subList(0, Math.min(NAMED, strangers.size()))));
    }
  }
}
