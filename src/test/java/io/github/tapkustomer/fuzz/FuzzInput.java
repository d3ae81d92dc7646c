package io.github.tapkustomer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that comes from outside, which any bytes may be. Reading them ends well or as foreseen;
 * everything else that is thrown is a finding.
 */
public interface FuzzInput {
  /** Reads the bytes as the tap does, and checks what comes of it. */
  void read(byte[] bytes) throws Exception;

  /** All there are, by the name of the folder with their inputs. */
  static Map<String, FuzzInput> all() {
    return new TreeMap<>(
        Map.of(
            "SettingsFuzzInputs", new SettingsInput(),
            "CatalogFuzzInputs", new CatalogInput(),
            "StateFuzzInputs", new StateInput(),
            "PageFuzzInputs", new PageInput(),
            "DiscoveryFuzzInputs", new DiscoveryInput()));
  }

  /** Checks that plain lines say what the user must fix. */
  static void isToldOf(TapException failure, TapException.Kind kind) {
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    assertThat(failure.getMessage().split("\n"))
        .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
  }

  /** A file with these bytes, which takes the place of the one before. */
  static Path file(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where such files may be. */
  static Path place(String name) {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      Path file = folder.resolve(name);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
