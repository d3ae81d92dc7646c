package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.MaskedSchema;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.StreamMasks;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.stream.StreamDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rejects masks of columns that must stay readable, and warns of masks that match nothing. */
public final class MaskCheck {
  private static final Logger LOG = LoggerFactory.getLogger(MaskCheck.class);
  private static final String DELETED_AT = "_sdc_deleted_at";

  private final Masks masks;

  public MaskCheck(Masks masks) {
    this.masks = requireNonNull(masks, "masks");
  }

  /**
   * Makes sure that masks leave a stream readable and loadable.
   *
   * @throws TapException of kind BAD_INPUT, naming the column and what it is for
   */
  public void refuse(SelectedStream stream) {
    String name = stream.name();
    StreamDefinition definition = stream.definition();
    List<String> keys = stream.catalog().keyProperties().orElse(definition.keyProperties());
    StreamMasks own = masks.of(name);
    plain(definition, keys)
        .forEach(
            (column, purpose) ->
                own.first(column)
                    .ifPresent(
                        mask -> {
                          throw TapException.badInput(
                              "mask: %s matches %s.%s, which cannot be masked: it %s"
                                  .formatted(
                                      OneLine.quoted(mask.pattern().toString()),
                                      name,
                                      column,
                                      purpose));
                        }));
  }

  /** The columns that must not be masked, and why. */
  private static Map<String, String> plain(StreamDefinition definition, List<String> keys) {
    Map<String, String> columns = new LinkedHashMap<>();
    keys.forEach(key -> columns.put(key, "is a key"));
    definition.parentColumn().ifPresent(column -> columns.put(column, "names the parent"));
    Stream.of(definition.replicationKey(), definition.replication().key())
        .flatMap(Optional::stream)
        .forEach(column -> columns.put(column, "is the replication key"));
    if (definition.schema().path("properties").has(DELETED_AT)) {
      columns.put(DELETED_AT, "marks deleted records");
      columns.put("deleted_at", "is what " + DELETED_AT + " is made of");
    }
    return columns;
  }

  /** Warns of masks that match no column of a catalog's streams. */
  public void tellOfUnused(List<CatalogStream> streams) {
    Set<Mask> used = new HashSet<>();
    for (CatalogStream stream : streams) {
      used.addAll(MaskedSchema.used(masks.of(stream.id()), stream.schema()));
    }
    masks.all().stream()
        .filter(mask -> !used.contains(mask))
        .forEach(
            mask ->
                LOG.warn(
                    "mask: {} matches no column of the catalog that another mask does not hide; it"
                        + " only takes effect if records have such a column",
                    OneLine.quoted(mask.pattern().toString())));
  }
}
