using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Learning;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>Learns what a rubric's prose is read by, and writes it beside the rubric: the encoder's layers, a head for each criterion, the curve and its
/// cuts.</summary>
/// <param name="folder">The rubric's folder.</param>
/// <param name="say">Takes lines about the progress.</param>
internal sealed class RubricLearner(string folder, Action<string> say)
{
    private const int Seed = 20;
    private const int HeadEpochs = 12;

    /// <summary>Learns everything anew.</summary>
    /// <param name="epochs">How often each sentence is seen.</param>
    /// <param name="doubt">The share of the criteria of marked answers that a person should look at.</param>
    public void LearnAll(int epochs, double doubt)
    {
        set_num_threads(1);
        random.manual_seed(Seed);
        var rubric = RubricFolder.ReadToLearn(folder);
        var sentences = TrainingSentences.Of(folder, rubric);
        var heads = new HeadIndex(sentences);
        var source = PretrainedModels.Folder(MiniLM.Name);
        var model = BertModel.from_pretrained(source);
        var pretrained = EncoderWeights.Trained(model).ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal);
        var trainer = new EncoderTrainer(model, LearningText.All(sentences, heads, AutoTokenizer.from_pretrained(source)), say);
        var loss = new HeadLoss(heads, PassageVector.Size);
        trainer.Train(loss, epochs, Seed, say);
        var path = Path.Combine(folder, EncoderWeights.FileName);
        EncoderWeights.Write(path, trainer.Learnt, pretrained);
        say("fitting the heads to the rounded encoder");
        trainer.TrainHeads(loss, HeadEpochs, Seed);
        LearntHeads.Write(folder, rubric, loss, heads, EncoderWeights.IdOf(path));
        Calibrate(doubt, LearntHeads.ScopeOf(folder, loss, heads));
    }

    /// <summary>Fits the curve and its cuts to the marked answers that are not held out.</summary>
    public void Calibrate(double doubt) => Calibrate(doubt, ReadingSettings.Read(Path.Combine(folder, ReadingSettings.FileName)).Scope);

    private void Calibrate(double doubt, ScopeHeads? scope)
    {
        var encoder = PassageEncoder.Of(folder) ?? throw new UsageException("nothing has been learnt yet: run hitsongs rubric learn");
        var path = Path.Combine(folder, ReadingSettings.FileName);
        File.WriteAllText(path, new ReadingSettings(encoder.Id, ReadingCurve.Plain, ReadingCurve.Plain, scope).ToJson());
        say("reading marked answers, and answers composed of sentences that were kept for this");
        var rubric = RubricFolder.Read(folder);
        var kept = LearningSentence.All(folder, rubric).Where(sentence => sentence.IsForCurve).ToLookup(sentence => sentence.Question, StringComparer.Ordinal);
        var cells = rubric
            .Questions.Where(question => question is { Weights: not null, SameAs: null })
            .SelectMany(question =>
                CalibrationCell
                    .Of(question, Path.Combine(folder, question.Id + ".yaml"), encoder)
                    .Concat(
                        ComposedAnswer
                            .All(question, [.. kept[question.Id]])
                            .SelectMany(composed => CalibrationCell.Of(question, composed.Text, composed.Stated, encoder))
                    )
            )
            .ToList();
        File.WriteAllText(path, new ReadingSettings(
            encoder.Id,
            CurveFit.Of([.. cells.Where(cell => cell.IsConcept)], doubt, isFalseAlarmWorse: false),
            CurveFit.Of([.. cells.Where(cell => !cell.IsConcept)], doubt / 2, isFalseAlarmWorse: true),
            scope).ToJson());
    }
}
