package io.github.tapkustomer.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.mask.StreamMasks;
import java.util.OptionalLong;

/**
 * What a run wants of a stream's records beyond the catalog.
 *
 * @param closed whether fields that the schema lacks at its top are left out, since the user gave a
 *     catalog; otherwise they are added
 * @param includeDeleted whether deleted objects come too, marked with {@code _sdc_deleted_at}
 * @param remembered what earlier runs added to the schema, from {@link RecordFormat#addedColumns}
 * @param masks what must be masked
 * @param tableVersion the {@code version} of each RECORD, if the stream ends with ACTIVATE_VERSION
 */
public record RecordOptions(
    boolean closed,
    boolean includeDeleted,
    ObjectNode remembered,
    StreamMasks masks,
    OptionalLong tableVersion) {
  /** An open schema with deleted objects, and nothing else. */
  public static final RecordOptions USUAL =
      new RecordOptions(
          false,
          true,
          JsonNodeFactory.instance.objectNode(),
          StreamMasks.NONE,
          OptionalLong.empty());

  public RecordOptions {
    requireNonNull(remembered, "remembered");
    requireNonNull(masks, "masks");
    requireNonNull(tableVersion, "tableVersion");
  }
}
