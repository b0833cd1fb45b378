"""Reads, cleans and summarises song files with pandas: the same figures as SongsHalf.cs, for the same file.

python3 songs_peer.py FILE      prints {"seconds": …, "rows": …, "used": …, "megabytes": …, "check": …}
"""
import json
import resource
import sys
import time

import pandas as pd

AUDIO = ["danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo",
         "duration_ms", "time_signature"]
RANGES = {"key": (-1, 11), "loudness": (-60, 5), "tempo": (0, 300), "duration_ms": (1_000, 10_800_000), "time_signature": (0, 7)}

started = time.process_time()
songs = pd.read_csv(sys.argv[1])
rows = len(songs)

# Cleaning: rows without id or label, impossible values and dates, copies of a track.
songs = songs[songs.track_id.notna() & songs.track_popularity.between(0, 100)]
for name in AUDIO:
    low, high = RANGES.get(name, (0, 1))
    songs[name] = songs[name].where(songs[name].between(low, high))
songs = songs.sort_values("track_popularity", ascending=False, kind="stable").drop_duplicates("track_id").sort_index()
dates = songs.track_album_release_date.astype(str)
year = pd.to_numeric(dates.str[:4], errors="coerce")
month = pd.to_numeric(dates.str[5:7], errors="coerce")
day = pd.to_numeric(dates.str[8:10], errors="coerce")
songs["release_year"] = year.where((year >= 1900) & (month.isna() | month.between(1, 12)) & (day.isna() | day.between(1, 31)))
partial = int((month.isna() | day.isna()).sum())
songs["hit"] = songs.track_popularity >= 68

# Summary: missing values, moments, quantiles, outliers of each column among all songs, hits and others; songs and hits by genre.
columns = AUDIO + ["release_year", "track_popularity"]
check = 0.0
for part in (songs, songs[songs.hit], songs[~songs.hit]):
    figures = part[columns]
    summary = figures.agg(["count", "mean", "std", "skew", "min", "max", "nunique"])
    quantiles = figures.quantile([0.05, 0.25, 0.5, 0.75, 0.95])
    reach = 1.5 * (quantiles.loc[0.75] - quantiles.loc[0.25])
    outliers = ((figures < quantiles.loc[0.25] - reach) | (figures > quantiles.loc[0.75] + reach)).sum()
    missing = figures.isna().sum()
    check += summary.loc["mean"].sum() + quantiles.loc[0.5].sum() + outliers.sum() + missing.sum()
genres = songs.groupby("playlist_genre").hit.agg(["size", "sum"]).sort_values("size", ascending=False)
check += genres["sum"].max() + partial

print(json.dumps({
    "seconds": time.process_time() - started,
    "rows": rows,
    "used": len(songs),
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "check": check,
}))
