package io.github.tapkustomer.record;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.record.json.JsonFormat;
import io.github.tapkustomer.record.json.LineBuffer;
import io.github.tapkustomer.record.json.RecordedInput;
import io.github.tapkustomer.record.page.Envelope;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.PageTally;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.RecordFilter;
import io.github.tapkustomer.singer.Messages;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one page in a single pass over its bytes: the records become RECORD lines, passed on in
 * chunks; the rest is noted in a {@link PageSummary}. Neither is built as a tree. One reader reads
 * one page.
 */
public final class PageReader {
  private static final int CHUNK_BYTES = 128 * 1024;
  private static final int BUFFER_BYTES = CHUNK_BYTES + CHUNK_BYTES / 4;

  private final RecordFormat format;
  private final RecordFilter filter;
  private final Member member;
  private final Optional<Parent> parent;
  private final Consumer<Chunk> chunks;
  private final PageTally tally = new PageTally();
  private final byte[] start;
  private final byte[] end;

  private final LineBuffer lines = new LineBuffer(BUFFER_BYTES);
  private int linesRecords;
  private long linesReplaced;

  /**
   * A reader of one page.
   *
   * @param member where the answer holds the records
   * @param parent what the records belong to, if their stream names it
   * @param extracted when the answer came, as the records' {@code time_extracted}
   * @param chunks takes the lines, including those before a failure
   */
  public PageReader(
      RecordFormat format,
      RecordFilter filter,
      Member member,
      Optional<Parent> parent,
      Instant extracted,
      Consumer<Chunk> chunks) {
    this.format = requireNonNull(format, "format");
    this.filter = requireNonNull(filter, "filter");
    this.member = requireNonNull(member, "member");
    this.parent = requireNonNull(parent, "parent");
    this.chunks = requireNonNull(chunks, "chunks");
    this.start = Messages.recordStart(format.stream().name());
    String time = Timestamps.format(extracted.truncatedTo(ChronoUnit.MILLIS));
    this.end = Messages.recordEnd(time, format.tableVersion());
  }

  /**
   * Reads the page to its end.
   *
   * @throws IOException if the page is cut short, not JSON, or not a page, or if one of its records
   *     needs more memory than is free; the records before that were passed on
   */
  public PageSummary read(InputStream body) throws IOException {
    RecordedInput source = source(body);
    Envelope.Value records = (parser, token) -> readRecords(parser, token, source);
    boolean inData = member == Member.DATA;
    try (JsonParser parser = JsonFormat.FACTORY.createParser(source)) {
      Envelope.read(
          parser, tally, inData ? records : tally::listed, inData ? Envelope::skip : records);
    } catch (JsonEOFException e) {
      throw e;
    } catch (JsonParseException e) {
      // The same page may come again when it is requested again, and must be readable then.
      format.becomeLenient();
      throw e;
    }
    return tally.summary();
  }

  private RecordedInput source(InputStream body) {
    return new RecordedInput(
        format.isLenient() ? JsonFormat.mended(body, format.faults().replaced()) : body);
  }

  private void readRecords(JsonParser parser, JsonToken token, RecordedInput source)
      throws IOException {
    try {
      RecordEncoder encoder = new RecordEncoder(format, parser, source, lines, parent);
      if (token == JsonToken.START_OBJECT) {
        readRecord(encoder);
      } else if (token == JsonToken.START_ARRAY) {
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
          if (token == JsonToken.START_OBJECT) {
            readRecord(encoder);
          } else if (token == null) {
            throw new IOException("the answer ends too early");
          } else {
            tally.noRecord();
            parser.skipChildren();
          }
        }
      } else if (token != JsonToken.VALUE_NULL) {
        throw new IOException("the answer's data is not an array");
      }
    } finally {
      format.tellNewFields();
      handOn();
    }
  }

  private void readRecord(RecordEncoder encoder) throws IOException {
    int before = lines.size();
    long replacedBefore = lines.replaced();
    boolean whole = false;
    try {
      lines.raw(start);
      encoder.encode();
      lines.raw(end);
      whole = true;
    } catch (OutOfMemoryError e) {
      // It can only be requested again before the filter knows of the record, which is here.
      throw new OutOfMemoryException(e);
    } finally {
      if (!whole) {
        lines.truncate(before);
      }
    }
    Optional<Instant> time =
        encoder.time() == null ? Optional.empty() : Timestamps.parse(encoder.time());
    boolean accepted = isAccepted(encoder, time);
    tally.record(encoder.hasKey() ? encoder.id() : null, time);
    if (!accepted) {
      lines.truncate(before);
      return;
    }
    linesReplaced += lines.replaced() - replacedBefore;
    linesRecords++;
    if (lines.size() >= CHUNK_BYTES) {
      handOn();
    }
  }

  private boolean isAccepted(RecordEncoder encoder, Optional<Instant> time) {
    boolean open =
        format.definition().replication().openUntil().isPresent() && encoder.openUntil() == null;
    boolean passes =
        open ? filter.acceptOpen(encoder.id(), time) : filter.accept(encoder.id(), time);
    if (!encoder.hasKey()) {
      format.faults().noteWithoutKey();
      return false;
    }
    return passes && !(format.leavesOutDeleted() && encoder.isDeleted());
  }

  private void handOn() {
    if (linesRecords > 0) {
      format.faults().noteReplaced(linesReplaced);
      linesReplaced = 0;
      int size = lines.size();
      chunks.accept(new Chunk(format, lines.exchange(new byte[BUFFER_BYTES]), size, linesRecords));
      linesRecords = 0;
    }
  }
}
