package io.github.tapkustomer.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

final class StreamSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamSchemas() {}

  static ObjectNode load(String stream) {
    String resource = "schema/" + stream + ".json";
    try (InputStream in = StreamSchemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource, e);
    }
  }
}
