using Rushes.Engine.Library;
using Rushes.Engine.Writing.Understanding;

namespace Rushes.Engine.Writing.Phrases;

/// <summary>Everything that the built-in writer knows of one language, read from <c>data/writing/&lt;language&gt;/</c>.</summary>
internal sealed class PhraseBook
{
    public PhraseBook(DataShelf shelf, string language)
    {
        var root = $"writing/{language}";
        Language = language;
        Places = shelf.Read<List<PlaceEntry>>($"{root}/places.json");
        Cameras = shelf.Read<List<CameraPhrase>>($"{root}/camera.json");
        Lights = shelf.Read<List<LightPhrase>>($"{root}/light.json");
        Casts = shelf.Read<List<CastDefaults>>($"{root}/cast.json");
        Gestures = shelf.Read<List<Gesture>>($"{root}/gestures.json");
        Words = shelf.Read<SpeechWords>($"{root}/words.json");
        Shared = shelf.Read<MomentBank>($"{root}/any.json");
        Kinds = shelf.ReadAll<MomentBank>($"{root}/kinds");
        Topics = shelf.ReadAll<MomentBank>($"{root}/topics");
        Lexicon = new(shelf.ReadAll<List<LexiconEntry>>($"{root}/lexicon").SelectMany(file => file.Value), Places);
        var grammar = shelf.Read<Grammar>($"{root}/grammar.json");
        Looks = new(shelf.Read<LookWords>($"{root}/looks.json"));
        Reader = language == "vi" ? new VietnameseReader(Lexicon, grammar, Looks) : new EnglishReader(Lexicon, grammar, Looks);
    }

    public string Language { get; }
    public IReadOnlyList<PlaceEntry> Places { get; }
    public IReadOnlyList<CameraPhrase> Cameras { get; }
    public IReadOnlyList<LightPhrase> Lights { get; }
    public IReadOnlyList<CastDefaults> Casts { get; }
    public IReadOnlyList<Gesture> Gestures { get; }
    public SpeechWords Words { get; }

    /// <summary>What fits every kind of story.</summary>
    public MomentBank Shared { get; }

    public IReadOnlyList<(string Id, MomentBank Value)> Kinds { get; }

    /// <summary>Fields of life (coffee, music, the sea...): what happens in them, whatever the story.</summary>
    public IReadOnlyList<(string Id, MomentBank Value)> Topics { get; }

    public Lexicon Lexicon { get; }
    public LookLexicon Looks { get; }
    public IdeaReader Reader { get; }
}
