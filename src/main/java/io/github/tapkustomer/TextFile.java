package io.github.tapkustomer;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a file that a user names. It is UTF-8 or, as Windows PowerShell writes it, UTF-16; a
 * byte order mark is not part of the text. Messages name the file and never quote what it holds.
 */
public final class TextFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /**
   * Reads the text.
   *
   * @param what what the file is to the user: "config", "catalog", "state"
   * @param longest the largest size that such a file may have, in bytes
   * @throws TapException of kind BAD_INPUT, in one line that names the file
   */
  public static String read(String what, Path path, int longest) {
    if (Files.isDirectory(path)) {
      throw unusable(what, path, "is a directory: name a file in it");
    }
    // The file's size is never asked for: a pipe, such as a shell's <(...), has none.
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw unusable(
            what, path, "is larger than " + longest + " bytes: check that it is the right file");
      }
      return text(bytes);
    } catch (NoSuchFileException e) {
      throw unusable(what, path, "does not exist: check the path");
    } catch (AccessDeniedException e) {
      throw unusable(what, path, "cannot be read by this user: check its permissions");
    } catch (CharacterCodingException e) {
      throw unusable(what, path, "is not UTF-8: save it as UTF-8");
    } catch (IOException e) {
      throw unusable(what, path, "cannot be read: " + reason(e));
    }
  }

  static TapException unusable(String what, Path path, String problem) {
    return TapException.badInput(what + " " + path + " " + problem);
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /** Such files begin with an ASCII character, which in UTF-16 has a zero byte beside it. */
  private static Charset encoding(byte[] bytes) {
    int first = bytes.length < 2 ? -1 : bytes[0] & 0xFF;
    int second = bytes.length < 2 ? -1 : bytes[1] & 0xFF;
    if (first == 0xFE && second == 0xFF || first == 0 && second > 0) {
      return UTF_16BE;
    }
    return first == 0xFF && second == 0xFE || first > 0 && second == 0 ? UTF_16LE : UTF_8;
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : null;
    return reason != null ? reason : String.valueOf(e.getMessage());
  }
}
