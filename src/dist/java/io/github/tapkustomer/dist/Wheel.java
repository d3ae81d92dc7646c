package io.github.tapkustomer.dist;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Python wheel that holds the installed program and a starter for it, as
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/ says. The same
 * content makes the same bytes.
 */
public final class Wheel {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String name;

  private Wheel(String version) {
    this.name = "tap_kustomer-" + version;
  }

  /**
   * Takes the program's folder, the starter's folder, the README, the folder to write to, the
   * version, and the time that all files in it are to have.
   */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    String version = arguments[4].replace("-SNAPSHOT", ".dev0");
    Wheel wheel = new Wheel(version);
    wheel.addAll(Path.of(arguments[1]), "");
    wheel.addAll(home.resolve("bin"), "tap_kustomer/home/bin/");
    wheel.addAll(home.resolve("lib"), "tap_kustomer/home/lib/");
    wheel.describe(version, Files.readString(Path.of(arguments[2])));
    wheel.add("licenses/LICENSE", Files.readAllBytes(home.resolve("LICENSE")));
    wheel.write(Path.of(arguments[3]), Instant.parse(arguments[5]));
  }

  private void addAll(Path folder, String place) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String inside = folder.relativize(file).toString().replace('\\', '/');
        if (!inside.contains("__pycache__")) {
          files.put(place + inside, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Adds to the wheel's own folder of metadata. */
  private void add(String file, byte[] content) {
    files.put(name + ".dist-info/" + file, content);
  }

  private void describe(String version, String readme) {
    String metadata =
        """
        Metadata-Version: 2.4
        Name: tap-kustomer
        Version: %s
        Summary: Singer tap for the Kustomer REST API v1; needs Java 17 or newer
        License-Expression: Apache-2.0
        License-File: LICENSE
        Keywords: singer,meltano,tap,kustomer,elt
        Requires-Python: >=3.8
        Description-Content-Type: text/markdown

        """;
    add("METADATA", (metadata.formatted(version) + readme).getBytes(UTF_8));
    String wheel =
        """
        Wheel-Version: 1.0
        Generator: tap-kustomer
        Root-Is-Purelib: true
        Tag: py3-none-any
        """;
    add("WHEEL", wheel.getBytes(UTF_8));
    String entryPoints =
        """
        [console_scripts]
        tap-kustomer = tap_kustomer:main
        tap-kustomer-run = tap_kustomer:run
        """;
    add("entry_points.txt", entryPoints.getBytes(UTF_8));
  }

  private void write(Path folder, Instant time) throws IOException {
    String record = name + ".dist-info/RECORD";
    List<String> lines = new ArrayList<>();
    files.forEach((file, content) -> lines.add(file + "," + sum(content) + "," + content.length));
    lines.add(record + ",,");
    Files.createDirectories(folder);
    Path wheel = folder.resolve(name + "-py3-none-any.whl");
    try (OutputStream out = Files.newOutputStream(wheel);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue(), time);
      }
      put(zip, record, (String.join("\n", lines) + "\n").getBytes(UTF_8), time);
    }
  }

  private static void put(ZipOutputStream zip, String file, byte[] content, Instant time)
      throws IOException {
    ZipEntry entry = new ZipEntry(file);
    // Not setTime, which depends on the builder's time zone.
    entry.setTimeLocal(time.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private static String sum(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256=" + BASE64.encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
