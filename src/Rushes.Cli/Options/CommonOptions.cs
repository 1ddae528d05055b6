using System.CommandLine;

namespace Rushes.Cli.Options;

/// <summary>What every command takes.</summary>
internal static class CommonOptions
{
    public static Option<string?> Home { get; } = Recursive(Opt.Text("--home", "cli.opt-home", "DIR"));
    public static Option<bool> Json { get; } = Recursive(Opt.Flag("--json", "cli.opt-json"));
    public static Option<bool> Quiet { get; } = Recursive(Opt.Flag("--quiet", "cli.opt-quiet"));
    public static Option<bool> Yes { get; } = Recursive(Opt.Flag("--yes", "cli.opt-yes"));

    public static Option<string?> Server { get; } = Recursive(Opt.Text("--server", "cli.opt-server", "URL"));

    public static IEnumerable<Option> All => [Home, Json, Quiet, Yes, Server];

    private static T Recursive<T>(T option)
        where T : Option
    {
        option.Recursive = true;
        return option;
    }
}
