package tenfold.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tenfold.coop.Variants;
import tenfold.coop.Variants.Stampede;
import tenfold.live.LiveRedis;
import tenfold.live.LiveServer;
import tenfold.port.ServiceError;

/// `tenfold live`: the co-op's handlers for real.
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Serves the co-op's own handlers over HTTP on this machine, with database and cache in this process.")
final class LiveCommand implements Callable<Integer> {
  private static final int MOST_FAMILIES = 1_000_000;
  private static final int LAST_PORT = 65_535;

  private final PrintStream out;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080",
      description = "port of the loopback address; 0 for any that is free (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(names = "--jdbc", paramLabel = "URL",
      description = "a database to use instead; its tables families and enrolments are made anew")
  private Optional<String> jdbcUrl = Optional.empty();

  @Option(names = "--redis", paramLabel = "URL",
      description = "a Redis to keep pages and sessions in, as redis://host:port; its keys tenfold:* are made anew")
  private Optional<String> redisUrl = Optional.empty();

  @Option(names = "--stampede", paramLabel = "WAY", defaultValue = "none", converter = Way.class,
      description = "what keeps many requests from fetching the same page at once: none, singleFlight, lease or "
          + "earlyExpiration (default: ${DEFAULT-VALUE})")
  private Stampede stampede = Stampede.NONE;

  @Option(names = "--families", paramLabel = "N", defaultValue = "1000",
      description = "families that are there from the beginning (default: ${DEFAULT-VALUE})")
  private int families;

  @Option(names = "--for", paramLabel = "SECONDS", description = "stop after that time (default: with Ctrl-C)")
  private Optional<Double> seconds = Optional.empty();

  /// By the names that scenario files use.
  static final class Way implements ITypeConverter<Stampede> {
    @Override
    public Stampede convert(String name) {
      return Stream.of(Stampede.values()).filter(way -> way.toString().equals(name)).findFirst()
          .orElseThrow(() -> new TypeConversionException("it must be none, singleFlight, lease or earlyExpiration, not "
              + name));
    }
  }

  LiveCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InputProblem {
    range("--port", port, 0, LAST_PORT);
    range("--families", families, 1, MOST_FAMILIES);
    var redis = redis();
    try (var server = new LiveServer(port, jdbcUrl, redis, families, new Variants().with(stampede))) {
      out.println("The co-op is at " + server.address() + "/api/family/1 ; Ctrl-C ends it.");
      out.flush();
      Thread.sleep(seconds.map(time -> Duration.ofMillis(Math.round(1e3 * time))).orElse(Duration.ofDays(365)));
      return Cli.OK;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return Cli.OK;
    } catch (IOException taken) {
      throw new InputProblem("Port " + port + " cannot be used: " + taken.getMessage()
          + ". Choose another one with --port.", taken);
    } catch (ServiceError unreachable) {
      throw new InputProblem("The database cannot be used: " + unreachable.getMessage() + ". Check --jdbc.",
          unreachable);
    } finally {
      redis.ifPresent(LiveRedis::close);
    }
  }

  private Optional<LiveRedis> redis() throws InputProblem {
    try {
      return redisUrl.map(LiveRedis::connect);
    } catch (ServiceError unreachable) {
      throw new InputProblem("The Redis cannot be used: " + unreachable.getMessage() + ". Check --redis.", unreachable);
    }
  }

  private void range(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(spec.commandLine(),
          "%s must be between %d and %d, not %d".formatted(option, min, max, value));
    }
  }
}
