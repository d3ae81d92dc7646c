package io.github.tapkustomer.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that fuzzing starts from, and those that it once found a fault with. */
@Timeout(120)
class FuzzInputsTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/github/tapkustomer/fuzz");
  private static final int CASES = 100;

  static Set<String> kinds() {
    return FuzzInput.all().keySet();
  }

  static List<Path> inputs() throws IOException {
    return files(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void areReadOrReported(Path input) throws Exception {
    String kind = FOLDER.relativize(input).getName(0).toString();

    FuzzInput.all().get(kind).read(Files.readAllBytes(input));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void areReadOrReportedWhenChangedAtRandom(String kind) throws IOException {
    FuzzInput input = FuzzInput.all().get(kind);
    List<Path> good =
        files(FOLDER.resolve(kind)).stream()
            .filter(file -> file.toString().endsWith(".json"))
            .toList();
    FuzzCases.each(
        CASES,
        seed -> input.read(changed(good.get((int) (seed % good.size())), new OddJson(seed))));
  }

  /** Each line is a JSON text of its own. */
  private static byte[] changed(Path file, OddJson odd) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (String line : Files.readAllLines(file)) {
      lines.writeBytes(odd.of(line));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
