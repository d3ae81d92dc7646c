package io.github.tapkustomer.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Corrects the licenses that the bill of materials has wrong. */
public final class Licenses {
  /**
   * By the package's URL without the version. JLine's POM says "The BSD License", which the plugin
   * takes for the one with four clauses; the POM's link and JLine's LICENSE.txt have three.
   */
  private static final Map<String, String> RIGHT =
      Map.of("pkg:maven/org.jline/jline-terminal", "BSD-3-Clause");

  private Licenses() {}

  /** Takes the bill of materials, which is rewritten. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    ObjectMapper json = new ObjectMapper();
    JsonNode materials = json.readTree(Files.readString(file));
    for (JsonNode component : materials.path("components")) {
      String right = RIGHT.get(component.path("purl").asText().replaceFirst("@.*", ""));
      if (right != null) {
        ((ObjectNode) component)
            .putArray("licenses")
            .addObject()
            .putObject("license")
            .put("id", right);
      }
    }
    Files.writeString(
        file, json.writerWithDefaultPrettyPrinter().writeValueAsString(materials) + "\n");
  }
}
