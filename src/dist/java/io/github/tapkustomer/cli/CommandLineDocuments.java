package io.github.tapkustomer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes what the build makes of the commands' definitions: the completion for bash and zsh, and a
 * man page for each command; and a man page of each source of one.
 */
public final class CommandLineDocuments {
  private CommandLineDocuments() {}

  /** Takes the file of the completion, the folder of the man pages, and that of their sources. */
  public static void main(String[] arguments) throws IOException {
    Path completion = Path.of(arguments[0]);
    Path pages = Path.of(arguments[1]);
    Path own = Path.of(arguments[2]);
    CommandLine program = Commands.line();

    Files.createDirectories(completion.getParent());
    Files.writeString(completion, AutoComplete.bash("tap-kustomer", program));
    Files.createDirectories(pages);
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      write(program, asciidoctor, pages);
      try (DirectoryStream<Path> sources = Files.newDirectoryStream(own, "*.adoc")) {
        for (Path source : sources) {
          String name = source.getFileName().toString().replace(".adoc", ".1");
          write(Files.readString(source), asciidoctor, pages.resolve(name));
        }
      }
    }
  }

  private static void write(CommandLine command, Asciidoctor asciidoctor, Path pages)
      throws IOException {
    StringWriter source = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(source), command.getCommandSpec());
    String name = command.getCommandSpec().qualifiedName("-") + ".1";
    write(source.toString(), asciidoctor, pages.resolve(name));
    for (CommandLine child : command.getSubcommands().values()) {
      write(child, asciidoctor, pages);
    }
  }

  private static void write(String source, Asciidoctor asciidoctor, Path page) throws IOException {
    Options options =
        Options.builder()
            .backend("manpage")
            .docType("manpage")
            .standalone(true)
            .safe(SafeMode.SECURE)
            .attributes(Attributes.builder().attribute("reproducible").build())
            .build();
    Files.writeString(page, asciidoctor.convert(source, options));
  }
}
