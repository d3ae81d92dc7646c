package io.github.tapkustomer.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.CheckedInFile;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.stream.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample is what discovery gives where an organisation has nothing of its own. */
class CatalogSampleTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Test
  void isCurrent() throws IOException {
    CatalogBuilder builder = new CatalogBuilder(Masks.NONE);
    Streams.ALL.forEach(stream -> builder.add(stream, List.of()));
    ObjectNode catalog = builder.build();
    for (JsonNode stream : catalog.path("streams")) {
      ObjectNode root = (ObjectNode) stream.path("metadata").path(0).path("metadata");
      root.put("selected", root.path("selected-by-default").asBoolean());
    }

    CheckedInFile.isCurrent(
        Path.of("catalog.sample.json"),
        JSON.writeValueAsString(catalog) + "\n",
        CatalogSampleTest.class);
  }
}
