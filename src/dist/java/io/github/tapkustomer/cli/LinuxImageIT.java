package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that brings its own Java. */
class LinuxImageIT {
  @TempDir private Path folder;

  @Test
  void runsWhereNoJavaIsInstalled() throws Exception {
    Path home = Published.unpack(Published.linuxArchive(), folder);
    Path tools = tools("sh", "dirname", "readlink");

    Program java = bare(tools, "sh", "-c", "command -v java");
    assertThat(java.run().exitCode()).isNotZero();
    Tap.Run run =
        bare(tools, home.resolve("bin/tap-kustomer").toString(), "--sandbox").in(folder).run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().checkProtocol().records("messages")).hasSizeGreaterThan(1000);
  }

  @Test
  void canSpeakTlsToToday() throws Exception {
    Path home = Published.unpack(Published.linuxArchive(), folder);

    Tap.Run run = Program.of(home.resolve("runtime/bin/java").toString(), "--list-modules").run();

    assertThat(run.stdout()).contains("jdk.crypto.ec@");
    assertThat(home.resolve("runtime/lib/security/cacerts")).isNotEmptyFile();
    assertThat(home.resolve("runtime/legal/java.base")).isNotEmptyDirectory();
  }

  /** A folder with these programs alone, to be the whole of a PATH. */
  private Path tools(String... names) throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String name : names) {
      Path tool =
          List.of(Path.of("/usr/bin", name), Path.of("/bin", name)).stream()
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(name), tool);
    }
    return tools;
  }

  private static Program bare(Path path, String... command) {
    Program program = Program.of(command);
    System.getenv().keySet().forEach(name -> program.variable(name, null));
    return program.variable("PATH", path.toString());
  }
}
