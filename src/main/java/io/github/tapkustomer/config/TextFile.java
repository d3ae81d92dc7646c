package io.github.tapkustomer.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The text of a small file, or one line that says why it cannot be had. */
final class TextFile {
  static final int LARGEST = 1024 * 1024;
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private TextFile() {}

  static String read(Path path) {
    if (Files.isDirectory(path)) {
      throw unusable(path, "is a directory: name a file in it");
    }
    try (InputStream in = Files.newInputStream(path)) {
      // No file size is asked: a pipe, as of a shell's <(...), has none.
      return text(path, in.readNBytes(LARGEST + 1));
    } catch (NoSuchFileException e) {
      throw unusable(path, "does not exist: check the path");
    } catch (AccessDeniedException e) {
      throw unusable(path, "may not be read by this user: check its permissions");
    } catch (IOException e) {
      throw unusable(path, "cannot be read: " + reason(e));
    }
  }

  static TapException unusable(Path path, String words) {
    return TapException.badInput("settings file \"" + path + "\" " + words);
  }

  private static String text(Path path, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw unusable(path, "is larger than 1 MiB: is it the right file?");
    }
    if (startsWith(bytes, UTF_8_MARK)) {
      throw unusable(path, "starts with a byte order mark: save it as UTF-8 without one");
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // Told below: UTF-16 without a mark decodes well, but is full of zeros.
    }
    throw unusable(path, "is not UTF-8 (perhaps UTF-16): save it as UTF-8");
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.getMessage();
  }
}
