package io.github.tapkustomer.discovery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.singer.Selection;
import io.github.tapkustomer.stream.ColumnNames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an organization's attributes into the {@code custom} column of a stream, and notes in the
 * metadata what a column's name does not say.
 */
final class CustomColumns {
  private static final Logger LOG = LoggerFactory.getLogger(CustomColumns.class);

  private final String stream;
  private final Map<String, CustomAttribute> byColumn = new LinkedHashMap<>();

  CustomColumns(String stream, List<CustomAttribute> attributes) {
    this.stream = stream;
    attributes.stream().sorted(Comparator.comparing(CustomAttribute::name)).forEach(this::name);
  }

  private void name(CustomAttribute attribute) {
    String plain = ColumnNames.of(attribute.name());
    String column = plain;
    for (int i = 2; byColumn.containsKey(column); i++) {
      column = plain + "_" + i;
    }
    if (!column.equals(plain)) {
      LOG.warn(
          "{}: the attributes {} and {} would both be custom.{}; the latter is custom.{}",
          stream,
          requireNonNull(byColumn.get(plain)).name(),
          attribute.name(),
          plain,
          column);
    }
    byColumn.put(column, attribute);
  }

  void addTo(ObjectNode schema) {
    if (schema.at("/properties/custom/properties") instanceof ObjectNode custom) {
      byColumn.forEach((column, attribute) -> custom.set(column, attribute.schema()));
    }
  }

  /** Adds notes to the metadata of a column below {@code custom}. */
  void annotate(String column, ObjectNode metadata) {
    CustomAttribute attribute = byColumn.get(column);
    if (attribute == null) {
      return;
    }
    String plain = ColumnNames.of(attribute.name());
    boolean shared =
        byColumn.values().stream()
                .filter(other -> ColumnNames.of(other.name()).equals(plain))
                .count()
            > 1;
    if (shared) {
      metadata.put(Selection.ATTRIBUTE, attribute.name());
    }
    if (attribute.sensitive()) {
      metadata.put("kustomer-sensitive", true);
      LOG.info("{}: custom.{} is sensitive; the API masks its values", stream, column);
    }
  }
}
