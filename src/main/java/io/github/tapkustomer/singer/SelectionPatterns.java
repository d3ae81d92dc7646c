package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Patterns in Meltano's syntax that choose streams and fields: {@code customers.*}, {@code
 * *.created_at}, {@code !messages.preview}. If any pattern selects, nothing else is selected; those
 * with {@code !} then deselect. A name without a dot is a whole stream.
 */
public final class SelectionPatterns {
  private final List<SelectionPattern> chosen = new ArrayList<>();
  private final List<SelectionPattern> refused = new ArrayList<>();

  private SelectionPatterns() {}

  /**
   * Parses patterns.
   *
   * @throws TapException of kind BAD_INPUT if one is empty
   */
  public static SelectionPatterns of(List<String> texts) {
    SelectionPatterns patterns = new SelectionPatterns();
    for (String text : texts) {
      SelectionPattern pattern = SelectionPattern.parse(text);
      (pattern.refuses() ? patterns.refused : patterns.chosen).add(pattern);
    }
    return patterns;
  }

  /** Whether any pattern names fields rather than whole streams. */
  public boolean chooseFields() {
    return chosen.stream().anyMatch(pattern -> !pattern.isWholeStream());
  }

  /** Marks in the catalog's metadata what is selected, as far as the patterns match anything. */
  public void mark(ObjectNode catalog) {
    if (chosen.isEmpty() && refused.isEmpty()) {
      return;
    }
    for (JsonNode entry : catalog.path("streams")) {
      if (entry instanceof ObjectNode stream) {
        new SelectionMarker(stream, chosen, refused).mark();
      }
    }
  }

  /**
   * Marks in the catalog's metadata what is selected.
   *
   * @throws TapException of kind BAD_INPUT, naming a pattern that matches nothing
   */
  public void apply(ObjectNode catalog) {
    mark(catalog);
    for (List<SelectionPattern> patterns : List.of(chosen, refused)) {
      for (SelectionPattern pattern : patterns) {
        if (!pattern.hasMatched()) {
          throw TapException.badInput(
              "--select: %s matches %s"
                  .formatted(
                      OneLine.quoted(pattern.text()),
                      pattern.hasMatchedStream()
                          ? "no field of its streams; see --discover"
                          : "no stream; there are: " + names(catalog)));
        }
      }
    }
  }

  private static String names(ObjectNode catalog) {
    return StreamSupport.stream(catalog.path("streams").spliterator(), false)
        .map(SelectionMarker::name)
        .collect(Collectors.joining(", "));
  }
}
