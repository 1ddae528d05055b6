using System.CommandLine;
using Rushes.Engine.Texts;

namespace Rushes.Cli.Options;

/// <summary>Makes options whose values stay text until a reader checks them: what is wrong becomes our sentence, in the user's language.</summary>
internal static class Opt
{
    public static Option<string?> Text(string name, string sentence, string value = "TEXT") =>
        new(name) { Description = Sentence.Of(sentence), HelpName = value };

    public static Option<string[]> Many(string name, string sentence, string value = "TEXT") =>
        new(name) { Description = Sentence.Of(sentence), HelpName = value, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = name is "--image" };

    public static Option<bool> Flag(string name, string sentence) => new(name) { Description = Sentence.Of(sentence) };

    public static Argument<string?> One(string name, string sentence) =>
        new(name) { Description = Sentence.Of(sentence), Arity = ArgumentArity.ZeroOrOne };

    public static Argument<string[]> Several(string name, string sentence) =>
        new(name) { Description = Sentence.Of(sentence), Arity = ArgumentArity.ZeroOrMore };
}
