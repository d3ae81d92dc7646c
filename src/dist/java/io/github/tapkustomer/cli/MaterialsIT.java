package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The bill of materials that a release publishes. */
class MaterialsIT {
  /** What a program under Apache-2.0 may be published with. */
  private static final List<String> LICENSES =
      List.of("Apache-2.0", "BSD-3-Clause", "EPL-2.0", "LGPL-2.1-only", "MIT");

  private static final Pattern POM = Pattern.compile("META-INF/maven/(.+)/(.+)/pom\\.xml");

  @Test
  void nameTheLicenseOfEveryComponent() throws Exception {
    assertThat(components())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            component ->
                assertThat(component.path("licenses"))
                    .as(component.path("purl").asText())
                    .isNotEmpty()
                    .extracting(license -> license.at("/license/id").asText())
                    .isSubsetOf(LICENSES));
  }

  @Test
  void holdEverythingThatIsInTheProgram() throws Exception {
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode component : components()) {
      named.add(component.path("group").asText() + "/" + component.path("name").asText());
    }
    List<String> shaded;
    try (JarFile program = new JarFile("target/tap-kustomer.jar")) {
      shaded =
          program.stream()
              .map(entry -> POM.matcher(entry.getName()))
              .filter(pom -> pom.matches() && !pom.group(2).equals("tap-kustomer"))
              .map(pom -> pom.group(1) + "/" + pom.group(2))
              .toList();
    }

    assertThat(shaded).isNotEmpty();
    assertThat(named).containsAll(shaded);
  }

  @Test
  void sayNothingThatDiffersInTheNextBuild() throws Exception {
    JsonNode materials = materials();

    assertThat(materials.path("serialNumber").isMissingNode()).isTrue();
    assertThat(materials.at("/metadata/timestamp").isMissingNode()).isTrue();
    assertThat(materials.at("/metadata/component/version").asText()).isEqualTo(Version.number());
  }

  private static List<JsonNode> components() throws Exception {
    return StreamSupport.stream(materials().path("components").spliterator(), false).toList();
  }

  private static JsonNode materials() throws Exception {
    return new ObjectMapper().readTree(Published.file(".cdx.json").toFile());
  }
}
