package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a release consists of, as the build left them. */
final class Published {
  private static final Path FOLDER = Path.of("target/dist").toAbsolutePath();

  private Published() {}

  /** The one file whose name ends so. */
  static Path file(String ending) throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      List<Path> files = found.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(files).as("files *%s in %s", ending, FOLDER).hasSize(1);
      return files.get(0);
    }
  }

  static Path archive() throws IOException {
    return file("tap-kustomer-" + Version.number() + ".tar.gz");
  }

  /** The archive with a Java for the machine that built it. */
  static Path linuxArchive() throws IOException {
    String arch = System.getProperty("os.arch");
    return file("-linux-" + ("aarch64".equals(arch) ? "arm64" : arch) + ".tar.gz");
  }

  /** Unpacks an archive and gives the one folder that is in it. */
  static Path unpack(Path archive, Path into) throws IOException, InterruptedException {
    Tap.Run run = Program.of("tar", "-xzf", archive.toString()).in(into).run();
    assertThat(run).isEqualTo(new Tap.Run(0, "", ""));
    return into.resolve("tap-kustomer-" + Version.number());
  }
}
