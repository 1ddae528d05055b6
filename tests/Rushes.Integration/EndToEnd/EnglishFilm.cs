namespace Rushes.Integration.EndToEnd;

public sealed class EnglishFilm() : FirstFilm("en", "A fisherman finds a message in a bottle on a sunny beach");
