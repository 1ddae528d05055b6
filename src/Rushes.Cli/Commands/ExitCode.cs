namespace Rushes.Cli.Commands;

/// <summary>What the program's exit says; the same for every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A bug of ours.</summary>
    public const int Broken = 1;

    /// <summary>The input was wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>Finished, but some scenes have no clip.</summary>
    public const int Incomplete = 3;

    /// <summary>The machine lacks something.</summary>
    public const int MachineLacks = 4;

    public const int Cancelled = 130;
}
