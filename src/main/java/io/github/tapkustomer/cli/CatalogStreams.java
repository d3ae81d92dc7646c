package io.github.tapkustomer.cli;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.plan.SelectedStream;
import io.github.tapkustomer.singer.Catalog;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.StreamDefinition;
import io.github.tapkustomer.stream.Streams;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what the tap knows of the streams that a catalog selects. */
final class CatalogStreams {
  private CatalogStreams() {}

  /**
   * The streams that a catalog selects.
   *
   * @param source what the catalog is called in messages
   * @throws TapException of kind BAD_INPUT if one does not exist or cannot be read
   */
  static List<SelectedStream> selected(Catalog known, String source) {
    return known.selected().stream().map(stream -> defined(stream, source)).toList();
  }

  private static SelectedStream defined(CatalogStream stream, String source) {
    StreamDefinition definition = definition(stream, source);
    refuseAbsentKey(stream, definition, source);
    return new SelectedStream(definition, stream);
  }

  /** A target cannot load records that lack a column of their key. */
  private static void refuseAbsentKey(
      CatalogStream stream, StreamDefinition definition, String source) {
    for (String key : stream.keyProperties().orElse(List.of())) {
      if (!stream.schema().path("properties").has(key)
          && !definition.schema().path("properties").has(key)) {
        throw TapException.badInput(
            "%s stream %s has the key %s, which is not one of its columns; its key is %s"
                .formatted(
                    source,
                    stream.id(),
                    OneLine.quoted(key),
                    String.join(", ", definition.keyProperties())));
      }
    }
  }

  private static StreamDefinition definition(CatalogStream stream, String source) {
    return Streams.find(stream.id())
        .or(
            () ->
                stream
                    .selection()
                    .annotation(List.of(), Selection.KLASS)
                    .map(klass -> ofKlass(stream, klass, source)))
        .orElseThrow(
            () ->
                TapException.badInput(
                    "%s selects the stream %s, which does not exist; choose from: %s"
                        .formatted(source, stream.id(), names())));
  }

  private static StreamDefinition ofKlass(CatalogStream stream, String klass, String source) {
    if (!StreamDefinition.isName(stream.id())) {
      throw TapException.badInput(
          "%s has the stream %s of the klass %s, but names have only lowercase letters and underscores;"
                  .formatted(source, OneLine.quoted(stream.id()), OneLine.quoted(klass))
              + " rename it, for example to "
              + Streams.ofKlass(klass).name());
    }
    return Streams.ofKlass(stream.id(), klass);
  }

  private static String names() {
    return Streams.ALL.stream().map(StreamDefinition::name).collect(Collectors.joining(", "));
  }
}
