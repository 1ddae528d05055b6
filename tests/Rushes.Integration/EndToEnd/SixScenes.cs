namespace Rushes.Integration.EndToEnd;

/// <summary>A film of six short scenes, made once without any disturbance: what disturbed ones must look like in the end.</summary>
public sealed class SixScenes : IAsyncLifetime
{
    public const int Count = 6;

    private const string Script = """
        {"title":"Six moments","language":"en","characters":[{"name":"Mai","visual_identity":"A young woman in a red raincoat"}],"scenes":[
          {"prompt":"A street at night, rain on the windows.","duration":1.2,"location":"city street","time_of_day":"Night","narration":"It rains."},
          {"prompt":"Mai looks up at the light.","duration":1.2,"location":"city street","characters":["Mai"],"dialogues":[{"speaker":"Mai","text":"There!"}]},
          {"prompt":"A park in the morning, birds over the trees.","duration":1.2,"location":"park","time_of_day":"Dawn","camera_shot":"Wide, pan left"},
          {"prompt":"The sea, waves roll in.","duration":1.2,"location":"sea","time_of_day":"Day","narration":"The sea."},
          {"prompt":"A kitchen, steam over a cup.","duration":1.2,"location":"kitchen","camera_shot":"Close-up, slow zoom-in"},
          {"prompt":"Mai smiles.","duration":1.2,"location":"park","characters":["Mai"],"time_of_day":"Golden hour"}]}
        """;

    private readonly TestHome _home = new();

    /// <summary>Digests of every picture of the undisturbed clips, by scene.</summary>
    public IReadOnlyList<string> Pictures { get; private set; } = [];

    /// <summary>How many pictures the undisturbed film has.</summary>
    public int Frames { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var film = FilmSheet.Ready(await _home.AskAsync(Command(_home)));
        Pictures = await PicturesAsync(film);
        Frames = (await Screening.WatchAsync(film.FilmFile)).Frames;
    }

    /// <summary>The command that films it.</summary>
    public static IReadOnlyList<string> Command(TestHome home) =>
        ["text2video", "--script", home.Write("six.json", Script), "--quality", "preview", "--seed", "11"];

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task<IReadOnlyList<string>> PicturesAsync(FilmSheet film)
    {
        var digests = new List<string>();
        foreach (var scene in film.Scenes)
            digests.Add(await Screening.PicturesDigestAsync(scene.Clip!));
        return digests;
    }
}
