package io.github.tapkustomer.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Logs go to stderr as Singer's tools read them: {@code INFO text}, and {@code CRITICAL text} for
 * what ends the run; or as JSON, where Meltano asks for it. In code, since reading a configuration
 * file takes longer than {@code --help}.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** Marks the line that tells why the run ended. */
  public static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

  /** Meltano names a logging configuration here that has its taps log JSON. */
  private static final String STRUCTURED = "SINGER_SDK_LOG_CONFIG";

  static Layout<ILoggingEvent> layout(String structured) {
    return structured == null || structured.isBlank() ? new PlainLayout() : new JsonLayout();
  }

  /** The level's name as Singer's tools have it. */
  static String level(ILoggingEvent event) {
    List<Marker> markers = event.getMarkerList();
    return markers != null && markers.contains(CRITICAL) ? "CRITICAL" : event.getLevel().toString();
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Layout<ILoggingEvent> layout = layout(System.getenv(STRUCTURED));
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setTarget("System.err");
    stderr.setEncoder(encoder);
    stderr.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(stderr);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
